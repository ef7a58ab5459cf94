/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the user says about a file before it is imported: all of it may be left to guessing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkRole: what a column is for. The texts are those of `--map ROLE=COLUMN`.
 *
 * @INK_ROLE_KEEP: a property of the event
 * @INK_ROLE_PERSON: a property of the person
 */
typedef enum
{
  INK_ROLE_WHO,
  INK_ROLE_ALSO,
  INK_ROLE_EVENT,
  INK_ROLE_TIME,
  INK_ROLE_SESSION,
  INK_ROLE_PAGE,
  INK_ROLE_DURATION,
  INK_ROLE_VALUE,
  INK_ROLE_CURRENCY,
  INK_ROLE_CHANNEL,
  INK_ROLE_SOURCE,
  INK_ROLE_MEDIUM,
  INK_ROLE_CAMPAIGN,
  INK_ROLE_KEEP,
  INK_ROLE_PERSON,
  INK_ROLE_LEAVE_OUT,
  INK_N_ROLES,
} InkRole;

const char *ink_role_to_string   (InkRole role);
gboolean    ink_role_from_string (const char *text, InkRole *role);
const char *ink_role_get_title   (InkRole role); /* for the window, in the reader's language */

typedef enum
{
  INK_DATE_ORDER_AUTO,
  INK_DATE_ORDER_DMY,
  INK_DATE_ORDER_MDY,
} InkDateOrder;

/**
 * InkPrivacy:
 * @INK_PRIVACY_AUTO: columns of personal data are left out unless the user gave them a role
 *   himself; ids that are e-mail addresses become pseudonyms
 * @INK_PRIVACY_ON: the same, whatever role they were given
 * @INK_PRIVACY_OFF: everything is kept as it is
 */
typedef enum
{
  INK_PRIVACY_AUTO,
  INK_PRIVACY_ON,
  INK_PRIVACY_OFF,
} InkPrivacy;

typedef struct
{
  InkRole role;
  char *column; /* "@NAME" (event only): every row is an event of that name */
} InkRoleChoice;

/**
 * InkImportOptions:
 *
 * Made with ink_import_options_new(), filled by the caller. The texts are owned by the options.
 */
typedef struct
{
  char *source;    /* id of a format; NULL or "auto": by content */
  GArray *choices; /* InkRoleChoice, in the order given; a column is named at most once */
  char *time_zone; /* of times without one; NULL: UTC */
  InkDateOrder date_order;
  InkPrivacy privacy;
  char *secret;    /* key of the pseudonyms; NULL: the same for every project */
  guint threads;   /* 0: as many as help; 1 or 2, which makes no other difference than time */
} InkImportOptions;

InkImportOptions *ink_import_options_new   (void) G_GNUC_WARN_UNUSED_RESULT;
InkImportOptions *ink_import_options_copy  (const InkImportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
void              ink_import_options_free  (InkImportOptions *options);
void              ink_import_options_set_source (InkImportOptions *options, const char *source);
/* FALSE with a sentence where there is no such zone. */
gboolean          ink_import_options_set_time_zone (InkImportOptions *options, const char *zone,
                                                    GError **error);
/* Gives @column the role, instead of the one that it had. */
void              ink_import_options_set_role (InkImportOptions *options, InkRole role,
                                               const char *column);
/* The same from "ROLE=COLUMN"; INK_ERROR_USAGE with a sentence where it is not one. */
gboolean          ink_import_options_parse_role (InkImportOptions *options, const char *text,
                                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkImportOptions, ink_import_options_free)

G_END_DECLS
