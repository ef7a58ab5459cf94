/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Errors are sentences for a marketing lead; the code only says what the program may do next. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define INK_ERROR (ink_error_quark ())

/**
 * InkErrorCode:
 * @INK_ERROR_FAILED: it could not be done; the message says why
 * @INK_ERROR_USAGE: the caller asked for something that does not exist
 * @INK_ERROR_FORMAT: the file is not what it should be (damaged, foreign, hostile)
 * @INK_ERROR_DEFINITION: a definition was refused; the message names line, column and path
 * @INK_ERROR_CHANGED: the file changed on disk since it was read
 */
typedef enum
{
  INK_ERROR_FAILED,
  INK_ERROR_USAGE,
  INK_ERROR_FORMAT,
  INK_ERROR_DEFINITION,
  INK_ERROR_CHANGED,
} InkErrorCode;

GQuark ink_error_quark (void);

G_END_DECLS
