/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values as JSON on one line, in a stable order of keys. Private. */
#pragma once

#include "definition/ink-definition-private.h"
#include "definition/ink-json-text.h"

G_BEGIN_DECLS

void ink_write_rule   (GString *json, const InkRule *rule);
/* The members only, so that a step can add its own. */
void ink_write_rule_members (GString *json, const InkRule *rule);
void ink_write_span   (GString *json, InkSpan span);
void ink_write_dates  (GString *json, const InkDates *dates);
void ink_write_funnel (GString *json, const InkFunnel *funnel);
/* Any of the classes of ink_item_classes. */
void ink_write_item   (GString *json, guint item_class, gconstpointer item);
void ink_write_note   (GString *json, const InkNote *note);
/* A table of texts, sorted by key; @raw: the values are JSON themselves. */
void ink_write_texts  (GString *json, GHashTable *texts, gboolean raw);

G_END_DECLS
