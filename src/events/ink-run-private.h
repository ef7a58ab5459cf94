/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One import as it is kept: a directory and the blocks of its columns, in memory or where the
 * document has them. Immutable once made. */
#pragma once

#include "base/ink-dictionary.h"
#include "events/ink-block-private.h"
#include "events/ink-property.h"

G_BEGIN_DECLS

/* The columns of a run, beside "event/NAME" and "person/NAME" with the codes or numbers of a
 * property and "values/event/NAME", "values/person/NAME" with the values behind its codes. */
#define INK_RUN_DIRECTORY "run"
#define INK_RUN_NAMES "names"         /* texts: event names that this run adds */
#define INK_RUN_IDS "ids"             /* texts: ids of persons that this run adds */
#define INK_RUN_GROUPS "groups"       /* id and number of rows, by turns, ids ascending */
#define INK_RUN_LINKS "links"         /* shown, other, kind, by turns */
#define INK_RUN_PERSON_ROWS "persons" /* the id of each row of person properties */
#define INK_RUN_NAME "name"           /* by row of events */
#define INK_RUN_TIME "time"
#define INK_RUN_KEY "key"             /* a hash of the source's key of the event, 0 without */

/* The person's own date is kept as a property that no source can name. */
#define INK_OWN_DATE "\001date"

typedef struct
{
  char *name;
  InkOn on;
  InkPropertyLayout layout;
  guint32 first_value; /* the dictionary's size before this run */
  guint32 n_values;    /* added by this run */
  guint64 filled;
  guint64 distinct;
  guint64 kinds[5];
} InkRunColumn;

typedef struct
{
  guint32 code;
  guint32 people;
  guint64 events;
  gint64 first;
  gint64 last;
} InkRunName;

typedef struct _InkSharedSource InkSharedSource;

typedef struct
{
  int ref_count;
  guint32 id;

  guint32 n_rows;
  guint32 n_of_nobody; /* the last rows */
  guint32 n_groups;
  guint32 n_links;
  guint32 n_person_rows;
  guint32 first_id, n_ids;
  guint32 first_name, n_names;
  gboolean has_keys;
  GArray *columns; /* InkRunColumn */
  GArray *names;   /* InkRunName, codes ascending */

  GHashTable *blocks;      /* column name to GPtrArray of InkBlock; NULL when in the source */
  InkSharedSource *source;
} InkRun;

InkSharedSource *ink_shared_source_new   (InkBlockSource *source) G_GNUC_WARN_UNUSED_RESULT;
InkSharedSource *ink_shared_source_ref   (InkSharedSource *source);
void             ink_shared_source_unref (InkSharedSource *source);

InkRun  *ink_run_new    (guint32 id) G_GNUC_WARN_UNUSED_RESULT;
InkRun  *ink_run_ref    (InkRun *run);
void     ink_run_unref  (InkRun *run);
/* Reads the directory of a run that the source holds. */
InkRun  *ink_run_open   (InkSharedSource *source, guint32 id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Makes the directory's block from the fields; call when all else is there. */
void     ink_run_close  (InkRun *run);
void     ink_run_take   (InkRun *run, const char *column, GPtrArray *blocks);
gboolean ink_run_write  (InkRun *run, InkBlockWriteFunc write, gpointer data,
                         GCancellable *cancellable, GError **error);

gboolean ink_run_read_blocks (InkRun *run, const char *column, InkBlockWriteFunc each,
                              gpointer data, GError **error);

const InkRunColumn *ink_run_find_column (const InkRun *run, const char *name, InkOn on);
char    *ink_run_column_name (const char *name, InkOn on) G_GNUC_WARN_UNUSED_RESULT;
char    *ink_run_values_name (const char *name, InkOn on) G_GNUC_WARN_UNUSED_RESULT;

/* Whole columns; @out has room for all rows. */
gboolean ink_run_read_codes    (InkRun *run, const char *column, guint32 n, guint32 n_values,
                                guint width, void *out, GError **error);
/* Like it, but makes room as blocks come: the first column that is read proves how many rows
 * there are. */
void    *ink_run_read_new_codes (InkRun *run, const char *column, guint32 n, guint32 n_values,
                                 guint width, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ink_run_read_numbers  (InkRun *run, const char *column, guint32 n, double *out,
                                GError **error);
/* The numbers at @rows alone, ascending. */
gboolean ink_run_read_numbers_at (InkRun *run, const char *column, guint32 n, const guint32 *rows,
                                  guint32 n_rows, double *out, GError **error);
gboolean ink_run_read_times    (InkRun *run, const char *column, guint32 n, gint64 *out,
                                GError **error);
/* With what was seen on the way: @facts->back (nullable) has a bit for each of the @n rows. FALSE in
 * @whole where the bits are not to be used. */
gboolean ink_run_read_times_and_facts (InkRun *run, const char *column, guint32 n, gint64 *out,
                                       InkTimeFacts *facts, gboolean *whole, GError **error);
gboolean ink_run_read_words    (InkRun *run, const char *column, guint32 n, guint64 *out,
                                GError **error);
guint32 *ink_run_read_integers (InkRun *run, const char *column, guint32 n, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Appends the @n texts to @dictionary. @values: they are entries of value codes. */
gboolean ink_run_read_texts    (InkRun *run, const char *column, guint32 n, gboolean values,
                                InkDictionary *dictionary, GError **error);

GPtrArray *ink_run_encode_texts (const char *column, const InkDictionary *dictionary,
                                 guint32 first, guint32 n) G_GNUC_WARN_UNUSED_RESULT;
/* Makes blocks and takes them. */
void     ink_run_put_texts     (InkRun *run, const char *column, const InkDictionary *dictionary,
                                guint32 first, guint32 n);
void     ink_run_put_integers  (InkRun *run, const char *column, const guint32 *integers,
                                guint32 n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkRun, ink_run_unref)

G_END_DECLS
