/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists of texts, changed in one place. */
#include "config.h"

#include "definition/ink-slide-edit.h"

#include "definition/ink-definition-private.h"

static GPtrArray *
copy_slides (const InkDefinition *definition)
{
  GPtrArray *slides = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; definition->slides[i] != NULL; i++)
    g_ptr_array_add (slides, g_strdup (definition->slides[i]));

  return slides;
}

static InkDefinition *
with_slides (InkDefinition *definition,
             GPtrArray *slides)
{
  g_ptr_array_add (slides, NULL);
  return ink_definition_with_slides (definition, (const char *const *) slides->pdata);
}

guint
ink_definition_get_n_slides (const InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, 0);

  return g_strv_length (definition->slides);
}

InkDefinition *
ink_definition_insert_slide (InkDefinition *definition,
                             guint place,
                             const InkSlide *slide)
{
  g_autoptr (GPtrArray) slides = NULL;

  g_return_val_if_fail (definition != NULL && slide != NULL, NULL);

  slides = copy_slides (definition);
  g_ptr_array_insert (slides, (int) MIN (place, slides->len), ink_slide_to_json (slide));

  return with_slides (definition, slides);
}

InkDefinition *
ink_definition_replace_slide (InkDefinition *definition,
                              guint place,
                              const InkSlide *slide)
{
  g_autoptr (GPtrArray) slides = NULL;

  g_return_val_if_fail (definition != NULL && slide != NULL, NULL);
  g_return_val_if_fail (place < ink_definition_get_n_slides (definition), NULL);

  slides = copy_slides (definition);
  g_free (slides->pdata[place]);
  slides->pdata[place] = ink_slide_to_json (slide);

  return with_slides (definition, slides);
}

InkDefinition *
ink_definition_without_slide (InkDefinition *definition,
                              guint place)
{
  g_autoptr (GPtrArray) slides = NULL;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (place < ink_definition_get_n_slides (definition), NULL);

  slides = copy_slides (definition);
  g_ptr_array_remove_index (slides, place);

  return with_slides (definition, slides);
}

InkDefinition *
ink_definition_move_slide (InkDefinition *definition,
                           guint from,
                           guint to)
{
  g_autoptr (GPtrArray) slides = NULL;
  char *slide;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (from < ink_definition_get_n_slides (definition), NULL);

  slides = copy_slides (definition);
  slide = g_ptr_array_steal_index (slides, from);
  g_ptr_array_insert (slides, (int) MIN (to, slides->len), slide);

  return with_slides (definition, slides);
}

/* --- Names --- */

/* Which of its names is of such an item; NULL: none. */
static char **
find_name (InkSlide *slide,
           guint item_class)
{
  if (item_class == INK_ITEM_PERSONA)
    return &slide->persona;
  if (item_class == (slide->is_of_macro ? INK_ITEM_GOAL : INK_ITEM_FUNNEL))
    return &slide->about;

  return NULL;
}

void
ink_slides_rename (char **slides,
                   guint item_class,
                   const char *from,
                   const char *to)
{
  g_return_if_fail (slides != NULL && from != NULL && to != NULL);

  for (guint i = 0; slides[i] != NULL; i++)
    {
      g_autoptr (InkSlide) slide = ink_slide_from_json (slides[i], NULL);
      char **name = slide != NULL ? find_name (slide, item_class) : NULL;

      if (name == NULL || g_strcmp0 (*name, from) != 0)
        continue;
      g_free (*name);
      *name = g_strdup (to);
      g_free (slides[i]);
      slides[i] = ink_slide_to_json (slide);
    }
}
