/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The few things that every answer in JSON writes alike. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* null where @number is not finite. */
void  ink_json_out_number (JsonBuilder *json, double number);
/* ISO-8601 UTC; null where there is no time. */
void  ink_json_out_time   (JsonBuilder *json, gint64 time);
/* null where @text is NULL. */
void  ink_json_out_text   (JsonBuilder *json, const char *text);
/* Members of the object that is being built; null as above. */
void  ink_json_out_put_number (JsonBuilder *json, const char *name, double number);
void  ink_json_out_put_count  (JsonBuilder *json, const char *name, guint64 count);
void  ink_json_out_put_text   (JsonBuilder *json, const char *name, const char *text);
void  ink_json_out_put_flag   (JsonBuilder *json, const char *name, gboolean flag);
/* [low, high] */
void  ink_json_out_put_range  (JsonBuilder *json, const char *name, double low, double high);
/* The finished object as text. */
char *ink_json_out_end    (JsonBuilder *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
