/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The board's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/widgets/ink-board.h"

#include "ui/widgets/ink-board-canvas.h"
#include "ui/widgets/ink-board-map.h"
#include "ui/widgets/ink-edge-scroll.h"

G_BEGIN_DECLS

struct _InkBoard
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkScrolledWindow *scrolled;
  InkBoardCanvas *canvas;
  GtkWidget *hint;
  GSimpleActionGroup *actions;
  GtkWidget *menu; /* the popover of cards; nullable */

  InkDefinition *definition; /* nullable before the first */
  InkBoardFacts *facts;      /* nullable */
  GHashTable *cards;         /* goal id -> InkGoalCard */
  char *selected;            /* id; nullable */
  gboolean picked;           /* the user chose it: its lines stand out */
  int chosen;                /* lane */
  gboolean narrow;

  /* Something held over it. */
  GtkDropTarget *drop_target;
  InkGoalCard *target; /* nullable: would take the event; not held */
  InkEdgeScroll *edge_scroll;

  /* Zoom. */
  GtkWidget *zoom_controls;
  GtkWidget *map;
  guint update_controls; /* source */
  GtkButton *zoom_reset;
  double pinch_from;
};

/* ink-board.c */
InkGoalCard *_ink_board_find_card    (InkBoard *self, const char *id); /* nullable */
InkGoal     *_ink_board_get_goal     (InkBoard *self); /* the selected one; nullable */
/* Lanes by position on the canvas: after those of the stages comes one for goals without. */
int          _ink_board_get_lane     (InkBoard *self, guint position);
/* Is @lane, by its widget, that of a stage? */
gboolean     _ink_board_is_of_stage  (InkBoard *self, GtkWidget *lane);
const char  *_ink_board_name_lane    (InkBoard *self, int lane);
void         _ink_board_emit_selected (InkBoard *self);
void         _ink_board_emit_chosen  (InkBoard *self);

/* ink-board-cards.c */
/* The lanes and cards that the definition wants. */
void         _ink_board_fill_lanes   (InkBoard *self);
void         _ink_board_fill_lane    (InkBoard *self, guint position);
/* How much they show: as the room is. */
void         _ink_board_shape_cards  (InkBoard *self);
void         _ink_board_show_facts   (InkBoard *self);

/* ink-board-selection.c */
InkGoalCard *_ink_board_get_focus    (InkBoard *self); /* nullable */
/* The lane in which the keyboard is, by its header; INK_NO_POSITION: in none. */
guint        _ink_board_find_header  (InkBoard *self);
void         _ink_board_choose_lane  (InkBoard *self, int lane);
void         _ink_board_update_lines (InkBoard *self);
/* Where selection and keyboard are, before another definition is shown. */
typedef struct _InkBoardPlace InkBoardPlace;
InkBoardPlace *_ink_board_remember_place (InkBoard *self) G_GNUC_WARN_UNUSED_RESULT;
/* They stay with what they were on, or go to what took its place. Takes @before. */
void         _ink_board_settle       (InkBoard *self, InkBoardPlace *before);

/* ink-board-edits.c: each one named step */
void _ink_board_add_goal      (InkBoard *self, const char *const *events, InkGoalKind kind,
                               int lane, guint place);
void _ink_board_add_events    (InkBoard *self, const char *id, const char *const *events);
void _ink_board_move_goal     (InkBoard *self, const char *id, int lane, guint place);
void _ink_board_remove_goal   (InkBoard *self, const char *id);
void _ink_board_duplicate     (InkBoard *self);
void _ink_board_set_kind      (InkBoard *self, InkGoalKind kind);
void _ink_board_set_main      (InkBoard *self);
void _ink_board_add_lane      (InkBoard *self, guint lane);
void _ink_board_rename_lane   (InkBoard *self, guint lane, const char *name);
void _ink_board_move_lane     (InkBoard *self, guint from, guint to);
void _ink_board_remove_lane   (InkBoard *self, guint lane);

/* ink-board-actions.c */
void        _ink_board_make_actions   (InkBoard *self);
void        _ink_board_update_actions (InkBoard *self);
/* A lane of a stage, other than that of goals without one. */
gboolean    _ink_board_is_stage       (InkBoard *self, guint lane);

/* ink-board-keys.c */
void        _ink_board_add_keys       (GtkWidgetClass *widget_class);

/* ink-board-menus.c */
GMenuModel *_ink_board_make_lane_menu (InkBoard *self, guint lane) G_GNUC_WARN_UNUSED_RESULT;
void        _ink_board_show_menu      (InkBoard *self, InkGoalCard *card, double x, double y);

/* ink-board-gestures.c: pointer and touch */
void        _ink_board_add_gestures   (InkBoard *self);

/* ink-board-drop.c: what is held over it */
void        _ink_board_add_drop_target (InkBoard *self);
void        _ink_board_stop_drag      (InkBoard *self);

/* ink-board-ways.c: who is behind the lines */
/* To where people go on from the selected goal; NULL: nowhere. */
GMenuModel *_ink_board_make_ways_menu (InkBoard *self) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE: no line lies there. */
gboolean    _ink_board_follow_at      (InkBoard *self, double x, double y);
void        _ink_board_add_ways       (InkBoard *self);

/* ink-board-zoom.c */
void       _ink_board_zoom_to       (InkBoard *self, double zoom);
void       _ink_board_zoom_by       (InkBoard *self, double factor);
void       _ink_board_zoom_fit      (InkBoard *self);
void       _ink_board_add_zoom      (InkBoard *self);

G_END_DECLS
