/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-step-strip.h"

#include "definition/ink-funnel-steps.h"
#include "ui/widgets/ink-name-picker.h"
#include "ui/widgets/ink-reorder.h"
#include "ui/widgets/ink-step-chip.h"
#include "ui/widgets/ink-step-choice.h"
#include "ui/widgets/ink-step-editor.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>

#define NO_STEP G_MAXUINT

struct _InkStepStrip
{
  GtkWidget parent_instance;

  InkWrapBox *box;
  GPtrArray *chips; /* InkStepChip by step, each in a box with the arrow before it */
  InkReorder *reorder;
  InkNamePicker *picker;
  InkStepEditor *editor; /* NULL before a step is first edited */
  InkView *view;         /* nullable */

  InkFunnel *funnel;
  InkStepChoice *choice;
  guint edited;      /* the step that the editor is about */
  guint focus_after; /* the step to which the keyboard goes once the edit is there */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkStepStrip, ink_step_strip, GTK_TYPE_WIDGET)

/* ---- Edits ---- */

/* An undo label that names the step. @format: with one %s */
static char *
name_edit (const char *format,
           const InkStep *step)
{
  g_autofree char *name = ink_step_to_label (step);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, name);
#pragma GCC diagnostic pop
}

/* @edited and @label are taken. */
static void
emit_edited (InkStepStrip *self,
             InkFunnel *edited,
             char *label,
             const char *field)
{
  g_autoptr (InkFunnel) taken = edited;
  g_autofree char *taken_label = label;

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, taken, taken_label, field);
}

static void
move_step (InkStepStrip *self,
           guint from,
           guint to)
{
  if (from == to)
    return;
  self->focus_after = to;
  emit_edited (self, ink_funnel_copy_with_step_moved (self->funnel, from, to),
               /* Translators: a step of undo; the name of what was moved. */
               name_edit (_ ("Move Step “%s”"), &self->funnel->steps[from]), "order-of-steps");
}

static void
remove_step (InkStepStrip *self,
             guint position)
{
  self->focus_after = position;
  emit_edited (self, ink_funnel_copy_with_step_removed (self->funnel, position),
               /* Translators: a step of undo; the name of what was removed. */
               name_edit (_ ("Remove Step “%s”"), &self->funnel->steps[position]), NULL);
}

static void
picked_cb (InkNamePicker *picker,
           guint index,
           InkStepStrip *self)
{
  g_autoptr (InkRule) rule = ink_step_choice_get_rule (self->choice, index);

  emit_edited (self, ink_funnel_copy_with_step_added (self->funnel, rule),
               /* Translators: a step of undo; the name of what was added. */
               name_edit (_ ("Add Step “%s”"), &(InkStep){ .rule = rule }), NULL);
}

static void
moved_cb (GtkWidget *strip,
          guint from,
          guint to)
{
  move_step (INK_STEP_STRIP (strip), from, to);
}

/* ---- The editor of one step ---- */

static void
step_edited_cb (InkStepEditor *editor,
                const InkStep *step,
                const char *label,
                const char *field,
                InkStepStrip *self)
{
  /* Edits of the same word of another step are no part of this one. */
  g_autofree char *key = field != NULL ? g_strdup_printf ("step-%u/%s", self->edited, field) : NULL;

  emit_edited (self, ink_funnel_copy_with_step_replaced (self->funnel, self->edited, step),
               g_strdup (label), key);
}

static void
step_moved_cb (InkStepEditor *editor,
               int by,
               InkStepStrip *self)
{
  move_step (self, self->edited, self->edited + (guint) by);
}

static void
step_removed_cb (InkStepEditor *editor,
                 InkStepStrip *self)
{
  remove_step (self, self->edited);
}

/* It is many widgets, and few steps are edited. */
static void
make_editor (InkStepStrip *self)
{
  if (self->editor != NULL)
    return;
  self->editor = g_object_ref_sink (g_object_new (INK_TYPE_STEP_EDITOR, NULL));
  ink_step_editor_set_view (self->editor, self->view);
  g_signal_connect (self->editor, "edited", G_CALLBACK (step_edited_cb), self);
  g_signal_connect (self->editor, "moved", G_CALLBACK (step_moved_cb), self);
  g_signal_connect (self->editor, "removed", G_CALLBACK (step_removed_cb), self);
}

static guint
find_chip (InkStepStrip *self,
           GtkWidget *chip)
{
  guint position;

  return g_ptr_array_find (self->chips, chip, &position) ? position : NO_STEP;
}

static void
chip_clicked_cb (GtkWidget *chip,
                 InkStepStrip *self)
{
  self->edited = find_chip (self, chip);
  make_editor (self);
  ink_step_editor_set_step (self->editor, self->funnel, self->edited, self->choice);
  g_object_ref (self->editor);
  if (gtk_widget_get_parent (GTK_WIDGET (self->editor)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  gtk_widget_set_parent (GTK_WIDGET (self->editor), chip);
  g_object_unref (self->editor);
  gtk_popover_popup (GTK_POPOVER (self->editor));
}

/* ---- Keys ---- */

static guint
find_focus (InkStepStrip *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL ? find_chip (self, focus) : NO_STEP;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  InkStepStrip *self = INK_STEP_STRIP (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean sideways;
  guint from = find_focus (self), to;
  int by;

  g_variant_get (arguments, "(bi)", &sideways, &by);
  to = from + (guint) (sideways && mirrored ? -by : by);
  if (from == NO_STEP || to >= self->funnel->n_steps)
    return from != NO_STEP;
  move_step (self, from, to);

  return TRUE;
}

static gboolean
remove_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer data)
{
  InkStepStrip *self = INK_STEP_STRIP (widget);
  guint position = find_focus (self);

  if (position == NO_STEP)
    return FALSE;
  remove_step (self, position);

  return TRUE;
}

static gboolean
add_cb (GtkWidget *widget,
        GVariant *arguments,
        gpointer data)
{
  ink_name_picker_open (INK_STEP_STRIP (widget)->picker);

  return TRUE;
}

/* ---- The chips ---- */

static void
add_chip (InkStepStrip *self)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic"); /* mirrored by itself */
  GtkWidget *chip = ink_step_chip_new ();
  GtkWidget *last = gtk_widget_get_prev_sibling (GTK_WIDGET (self->picker));

  gtk_image_set_pixel_size (GTK_IMAGE (arrow), 12);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_set_visible (arrow, self->chips->len > 0);
  gtk_box_append (GTK_BOX (place), arrow);
  gtk_box_append (GTK_BOX (place), chip);
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  ink_reorder_add_part (self->reorder, chip, chip);
  ink_wrap_box_insert_after (self->box, place, last);
  g_ptr_array_add (self->chips, chip);
}

static void
drop_chip (InkStepStrip *self)
{
  GtkWidget *chip = g_ptr_array_index (self->chips, self->chips->len - 1);

  if (self->editor != NULL && gtk_widget_get_parent (GTK_WIDGET (self->editor)) == chip)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  g_ptr_array_remove_index (self->chips, self->chips->len - 1);
  gtk_widget_unparent (gtk_widget_get_parent (chip));
}

/* The keyboard stays with what was moved, or with what took the place of what was removed. */
static void
settle_focus (InkStepStrip *self)
{
  guint at = self->focus_after;

  self->focus_after = NO_STEP;
  if (at == NO_STEP)
    return;
  if (self->chips->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->chips, MIN (at, self->chips->len - 1)));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->picker), GTK_DIR_TAB_FORWARD);
}

/* While it is open it follows what it is about, and goes when that is gone. */
static void
refresh_editor (InkStepStrip *self)
{
  if (self->editor == NULL)
    return;
  if (self->funnel != NULL && self->edited < self->funnel->n_steps && self->choice != NULL)
    ink_step_editor_set_step (self->editor, self->funnel, self->edited, self->choice);
  else
    gtk_popover_popdown (GTK_POPOVER (self->editor));
}

void
ink_step_strip_set_funnel (InkStepStrip *self,
                           InkFunnel *funnel)
{
  guint n_steps = funnel != NULL ? funnel->n_steps : 0;

  g_return_if_fail (INK_IS_STEP_STRIP (self));

  if (funnel != NULL)
    ink_funnel_ref (funnel);
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  self->funnel = funnel;
  while (self->chips->len > n_steps)
    drop_chip (self);
  while (self->chips->len < n_steps)
    add_chip (self);
  for (guint i = 0; i < n_steps; i++)
    ink_step_chip_set_step (g_ptr_array_index (self->chips, i), funnel, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->picker), funnel != NULL);
  refresh_editor (self);
  settle_focus (self);
}

void
ink_step_strip_set_view (InkStepStrip *self,
                         InkView *view)
{
  g_return_if_fail (INK_IS_STEP_STRIP (self));

  g_set_object (&self->view, view);
  if (self->editor != NULL)
    ink_step_editor_set_view (self->editor, view);
}

void
ink_step_strip_set_choice (InkStepStrip *self,
                           const InkDefinition *definition,
                           const InkSchema *schema)
{
  InkStepChoice *old;

  g_return_if_fail (INK_IS_STEP_STRIP (self));

  old = self->choice;
  self->choice = ink_step_choice_new (definition, schema);
  ink_step_choice_offer (self->choice, self->picker);
  refresh_editor (self);
  ink_step_choice_free (old);
}

static void
ink_step_strip_dispose (GObject *object)
{
  InkStepStrip *self = INK_STEP_STRIP (object);

  /* An open popover outlives what it was opened from for a while. */
  if (self->editor != NULL)
    ink_step_editor_set_view (self->editor, NULL);
  if (self->editor != NULL && gtk_widget_get_parent (GTK_WIDGET (self->editor)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  g_clear_object (&self->editor);
  g_clear_object (&self->view);
  g_clear_pointer (&self->reorder, ink_reorder_free);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  g_clear_pointer (&self->choice, ink_step_choice_free);

  G_OBJECT_CLASS (ink_step_strip_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_cb, "(bi)", TRUE,
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_cb, "(bi)", TRUE,
                                1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "(bi)", FALSE,
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "(bi)", FALSE,
                                1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, remove_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, 0, add_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Add, 0, add_cb, NULL);
}

static void
ink_step_strip_class_init (InkStepStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_step_strip_dispose;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_keys (widget_class);
}

static void
ink_step_strip_init (InkStepStrip *self)
{
  self->focus_after = NO_STEP;
  self->edited = NO_STEP;
  self->chips = g_ptr_array_new ();
  self->reorder = ink_reorder_new (GTK_WIDGET (self), self->chips, GTK_ORIENTATION_HORIZONTAL,
                                   moved_cb);
  self->box = INK_WRAP_BOX (ink_wrap_box_new ());
  self->picker = g_object_new (INK_TYPE_NAME_PICKER, "label", _ ("_Add a Step"), "sensitive",
                               FALSE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  ink_wrap_box_insert_after (self->box, GTK_WIDGET (self->picker), NULL);
  g_signal_connect (self->picker, "picked", G_CALLBACK (picked_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps of the funnel"), -1);
}
