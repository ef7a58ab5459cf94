/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the names of events and pages speak of: a table of words of several languages and of the
 * well-known names of analytics tools. Data decides what is made of it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkTopicKind:
 * @INK_TOPIC_NONE: nothing to make a goal of: automated, a mere technicality, or taken back
 * @INK_TOPIC_AFTER: belongs to those who bought already
 * @INK_TOPIC_PAGE: a page or screen was seen: goals come from its properties
 * @INK_TOPIC_VISIT: a visit begins
 * @INK_TOPIC_MICRO: on the way
 * @INK_TOPIC_EITHER: the aim where nothing larger is there, else on the way
 * @INK_TOPIC_MACRO: what it is all for
 */
typedef enum
{
  INK_TOPIC_NONE,
  INK_TOPIC_AFTER,
  INK_TOPIC_PAGE,
  INK_TOPIC_VISIT,
  INK_TOPIC_MICRO,
  INK_TOPIC_EITHER,
  INK_TOPIC_MACRO,
} InkTopicKind;

/**
 * InkTopic: one thing that names speak of.
 * @id: such as "purchase"
 * @kind: what can be made of it
 * @depth: where on the way it lies: 0 at its beginning, 3 at its end
 * @weight: how surely it is worth a goal, from 1 to 10
 * @says: untranslated: what the name speaks of: "a purchase"
 * @page: (nullable): untranslated: the goal's name where only a page's address speaks of it
 * @words: what names contain, separated by blanks: "*" ends a beginning, "+" joins what must all be
 *   there, "=" begins what is all of the name
 */
typedef struct
{
  const char *id;
  InkTopicKind kind;
  guint depth;
  guint weight;
  const char *says;
  const char *page;
  const char *words;
} InkTopic;

/* What the name of an event speaks of, or NULL. */
const InkTopic *ink_topic_of_event (const char *name);
/* What a page's address speaks of, or NULL. */
const InkTopic *ink_topic_of_page  (const char *page);
/* NULL where there is none of that id. */
const InkTopic *ink_topic_find     (const char *id);
/* The words of a name, without case: "addToCart" gives "add", "to", "cart". */
char          **ink_topic_words    (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* An event's name as people would write it: "add_to_cart" gives "Add to cart". */
char           *ink_topic_title    (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
