/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of this folder share and nobody else needs. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* Parts of rules and funnels. */
void     ink_condition_clear (InkCondition *condition);
void     ink_dates_clear     (InkDates *dates);
InkDates ink_dates_copy      (const InkDates *dates) G_GNUC_WARN_UNUSED_RESULT;
gboolean ink_dates_equal     (const InkDates *a, const InkDates *b);
gboolean ink_span_equal      (InkSpan a, InkSpan b);
gboolean ink_names_equal     (char *const *a, char *const *b);
void     ink_funnel_clear_steps  (InkFunnel *funnel);
void     ink_funnel_clear_not_if (InkFunnel *funnel);

/* With another name for a goal (INK_RULE_GOAL) or persona (INK_RULE_PERSONA), everywhere. */
InkRule   *ink_rule_rename   (InkRule *rule, InkRuleKind kind, const char *from, const char *to)
    G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_rename (InkFunnel *funnel, InkRuleKind kind, const char *from,
                              const char *to) G_GNUC_WARN_UNUSED_RESULT;

/* An id that no other definition has. */
char *ink_definition_make_id (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * InkItemClass: what goals, personas, funnels and follow-ups have in common, for lists of them.
 */
typedef struct
{
  const char *list;   /* the key in the file: "goals" */
  const char *kind;   /* "goal" */
  gsize array_offset; /* of the NULL-terminated array in InkDefinition */
  gsize id_offset;    /* of the id in the value */
  gsize name_offset;
  gpointer (*ref) (gpointer value);
  void (*unref) (gpointer value);
  gpointer (*copy) (gconstpointer value);
  gboolean (*equal) (gconstpointer a, gconstpointer b);
} InkItemClass;

enum
{
  INK_ITEM_GOAL,
  INK_ITEM_PERSONA,
  INK_ITEM_FUNNEL,
  INK_ITEM_FOLLOW_UP,
  INK_N_ITEMS,
};

extern const InkItemClass ink_item_classes[INK_N_ITEMS];

static inline gpointer *
ink_item_array (const InkDefinition *definition,
                const InkItemClass *class)
{
  return G_STRUCT_MEMBER (gpointer *, definition, class->array_offset);
}

static inline const char *
ink_item_id (const InkItemClass *class,
             gconstpointer item)
{
  return G_STRUCT_MEMBER (const char *, item, class->id_offset);
}

static inline const char *
ink_item_name (const InkItemClass *class,
               gconstpointer item)
{
  return G_STRUCT_MEMBER (const char *, item, class->name_offset);
}

/* A definition of its own that shares all values with @definition and whose only reference may
 * change it; ink_definition_new_empty is another such. */
InkDefinition *ink_definition_copy       (const InkDefinition *definition)
    G_GNUC_WARN_UNUSED_RESULT;
/* Takes @items (NULL-terminated, with their references) in place of those of that class. */
void           ink_definition_take_items (InkDefinition *definition, const InkItemClass *class,
                                          gpointer *items);
void           ink_item_set_id           (const InkItemClass *class, gpointer item,
                                          const char *id);
void           ink_definition_set_notes  (InkDefinition *definition, const InkNote *notes,
                                          guint n_notes);
/* Slides (JSON texts, replaced in place) that name the goal, persona or funnel @from name @to; those
 * that cannot be read stay as they are. */
void           ink_slides_rename (char **slides, guint item_class, const char *from,
                                  const char *to);
gpointer       ink_definition_find_item  (const InkDefinition *definition,
                                          const InkItemClass *class, const char *name);

G_END_DECLS
