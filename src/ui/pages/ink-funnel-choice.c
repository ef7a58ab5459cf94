/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-funnel-choice.h"

#include "ui/widgets/ink-name-menu.h"

#include <glib/gi18n-lib.h>

struct _InkFunnelChoice
{
  GObject parent_instance;

  InkDocument *document;
  InkFunnel *draft; /* nullable */
  char *id;         /* nullable */
  char *menu_said;  /* the names in the last menu */
};

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (InkFunnelChoice, ink_funnel_choice, G_TYPE_OBJECT)

static InkDefinition *
get_definition (InkFunnelChoice *self)
{
  return ink_document_get_definition (self->document);
}

/* ---- Which ---- */

const char *
ink_funnel_choice_get_id (InkFunnelChoice *self)
{
  g_return_val_if_fail (INK_IS_FUNNEL_CHOICE (self), NULL);

  return self->id;
}

void
ink_funnel_choice_set_id (InkFunnelChoice *self,
                          const char *id)
{
  char *old;

  g_return_if_fail (INK_IS_FUNNEL_CHOICE (self));

  old = self->id;
  if (g_strcmp0 (old, id) == 0)
    return;
  /* Copied first: @id may be the old one. */
  self->id = g_strdup (id);
  g_free (old);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
}

InkFunnel *
ink_funnel_choice_get_funnel (InkFunnelChoice *self)
{
  InkFunnel **funnels;

  g_return_val_if_fail (INK_IS_FUNNEL_CHOICE (self), NULL);

  funnels = get_definition (self)->funnels;
  for (guint i = 0; self->id != NULL && funnels[i] != NULL; i++)
    if (g_str_equal (funnels[i]->id, self->id))
      return funnels[i];
  if (self->draft != NULL && g_strcmp0 (self->draft->id, self->id) == 0)
    return self->draft;

  return funnels[0];
}

InkFunnel *
ink_funnel_choice_need_funnel (InkFunnelChoice *self)
{
  InkFunnel *funnel = ink_funnel_choice_get_funnel (self);

  if (funnel == NULL)
    {
      ink_funnel_choice_begin (self);
      funnel = self->draft;
    }
  ink_funnel_choice_set_id (self, funnel->id);

  return funnel;
}

/* ---- Changing it ---- */

/* @wanted, or with the first number that makes it a name that no funnel but @own (nullable) has. */
static char *
find_name (InkFunnelChoice *self,
           const char *wanted,
           const InkFunnel *own)
{
  char *name = g_strdup (wanted);

  for (guint i = 2;; i++)
    {
      InkFunnel *other = ink_definition_find_funnel (get_definition (self), name);

      if (other == NULL || other == own)
        break;
      g_free (name);
      name = g_strdup_printf ("%s %u", wanted, i);
    }

  return name;
}

void
ink_funnel_choice_begin (InkFunnelChoice *self)
{
  g_autofree char *name = NULL;

  g_return_if_fail (INK_IS_FUNNEL_CHOICE (self));

  name = find_name (self, _ ("New funnel"), NULL);
  g_clear_pointer (&self->draft, ink_funnel_unref);
  self->draft = ink_funnel_new (name);
  ink_funnel_choice_set_id (self, self->draft->id);
}

gboolean
ink_funnel_choice_keep (InkFunnelChoice *self,
                        InkFunnel *funnel,
                        const char *label,
                        const char *field)
{
  InkDefinition *definition;
  g_autoptr (InkDefinition) edited = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (INK_IS_FUNNEL_CHOICE (self) && funnel != NULL, FALSE);

  definition = get_definition (self);
  key = field != NULL ? g_strdup_printf ("%s/%s", funnel->id, field) : NULL;
  ink_funnel_choice_set_id (self, funnel->id);
  if (funnel->n_steps == 0)
    {
      ink_funnel_ref (funnel);
      g_clear_pointer (&self->draft, ink_funnel_unref);
      self->draft = funnel;
      edited = ink_definition_without_funnel (definition, funnel->id);
    }
  else
    {
      edited = ink_definition_with_funnel (definition, funnel);
    }
  if (ink_definition_equal (edited, definition))
    return FALSE;
  ink_document_edit (self->document, label, key, edited);

  return TRUE;
}

gboolean
ink_funnel_choice_rename (InkFunnelChoice *self,
                          const char *name)
{
  g_autofree char *text = NULL;
  g_autofree char *own = NULL;
  g_autoptr (InkFunnel) renamed = NULL;
  InkFunnel *funnel;

  g_return_val_if_fail (INK_IS_FUNNEL_CHOICE (self) && name != NULL, FALSE);

  text = g_strstrip (g_strdup (name));
  funnel = ink_funnel_choice_get_funnel (self);
  if (funnel == NULL || *text == '\0' || g_str_equal (text, funnel->name))
    return FALSE;
  own = find_name (self, text, funnel);
  renamed = ink_funnel_copy_with_name (funnel, own);

  return ink_funnel_choice_keep (self, renamed, _ ("Rename Funnel"), "name");
}

void
ink_funnel_choice_duplicate (InkFunnelChoice *self)
{
  InkFunnel *funnel;
  g_autofree char *own = NULL;
  g_autoptr (InkFunnel) fresh = NULL;
  g_autoptr (InkFunnel) copy = NULL;

  g_return_if_fail (INK_IS_FUNNEL_CHOICE (self));

  funnel = ink_funnel_choice_get_funnel (self);
  if (funnel == NULL)
    return;
  own = find_name (self, funnel->name, NULL);
  fresh = ink_funnel_new (own);
  copy = ink_funnel_copy_with_name (funnel, own);
  /* A copy keeps the id; another funnel has its own. */
  g_free (copy->id);
  copy->id = g_strdup (fresh->id);
  ink_funnel_choice_keep (self, copy, _ ("Duplicate Funnel"), NULL);
}

char *
ink_funnel_choice_remove (InkFunnelChoice *self)
{
  InkFunnel *funnel;
  g_autoptr (InkDefinition) edited = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  gboolean kept;

  g_return_val_if_fail (INK_IS_FUNNEL_CHOICE (self), NULL);

  funnel = ink_funnel_choice_get_funnel (self);
  if (funnel == NULL)
    return NULL;
  edited = ink_definition_without_funnel (get_definition (self), funnel->id);
  /* Translators: a step of undo; the name of a funnel. */
  label = g_strdup_printf (_ ("Remove Funnel “%s”"), funnel->name);
  sentence = g_strdup_printf (_ ("“%s” removed"), funnel->name);
  kept = funnel != self->draft;
  g_clear_pointer (&self->draft, ink_funnel_unref);
  if (!kept)
    return NULL;
  ink_document_edit (self->document, label, NULL, edited);

  return g_steal_pointer (&sentence);
}

/* ---- The menu ---- */

static gboolean
is_draft_shown (InkFunnelChoice *self)
{
  return self->draft != NULL && ink_funnel_choice_get_funnel (self) == self->draft;
}

static gboolean
says_same (InkFunnelChoice *self)
{
  InkFunnel **funnels = get_definition (self)->funnels;
  g_autoptr (GString) said = g_string_new (NULL);
  gboolean same;

  for (guint i = 0; funnels[i] != NULL; i++)
    g_string_append_printf (said, "%s\n%s\n", funnels[i]->id, funnels[i]->name);
  if (is_draft_shown (self))
    g_string_append_printf (said, "%s\n%s\n", self->draft->id, self->draft->name);
  same = g_strcmp0 (self->menu_said, said->str) == 0;
  g_free (self->menu_said);
  self->menu_said = g_string_free (g_steal_pointer (&said), FALSE);

  return same;
}

GMenuModel *
ink_funnel_choice_make_menu (InkFunnelChoice *self)
{
  InkFunnel **funnels;
  GMenu *menu;
  g_autoptr (GMenu) names = NULL;
  g_autoptr (GMenu) actions = NULL;

  g_return_val_if_fail (INK_IS_FUNNEL_CHOICE (self), NULL);

  if (says_same (self))
    return NULL;
  menu = g_menu_new ();
  names = g_menu_new ();
  actions = g_menu_new ();
  funnels = get_definition (self)->funnels;
  for (guint i = 0; funnels[i] != NULL; i++)
    ink_name_menu_append (names, funnels[i]->name, "funnel.show", funnels[i]->id);
  if (is_draft_shown (self))
    ink_name_menu_append (names, self->draft->name, "funnel.show", self->draft->id);
  g_menu_append (actions, _ ("_New Funnel"), "funnel.new");
  g_menu_append (actions, _ ("_Duplicate"), "funnel.duplicate");
  g_menu_append (actions, _ ("_Remove"), "funnel.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (actions));

  return G_MENU_MODEL (menu);
}

/* ---- The object ---- */

static void
ink_funnel_choice_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, INK_FUNNEL_CHOICE (object)->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_funnel_choice_finalize (GObject *object)
{
  InkFunnelChoice *self = INK_FUNNEL_CHOICE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->draft, ink_funnel_unref);
  g_free (self->id);
  g_free (self->menu_said);

  G_OBJECT_CLASS (ink_funnel_choice_parent_class)->finalize (object);
}

static void
ink_funnel_choice_class_init (InkFunnelChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ink_funnel_choice_get_property;
  object_class->finalize = ink_funnel_choice_finalize;

  props[PROP_ID]
      = g_param_spec_string ("id", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ink_funnel_choice_init (InkFunnelChoice *self)
{
}

InkFunnelChoice *
ink_funnel_choice_new (InkDocument *document)
{
  InkFunnelChoice *self;

  g_return_val_if_fail (INK_IS_DOCUMENT (document), NULL);

  self = g_object_new (INK_TYPE_FUNNEL_CHOICE, NULL);
  self->document = g_object_ref (document);

  return self;
}
