/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The made-up site behind the sample: its pages, visitors and channels, and what truly leads on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define INK_SAMPLE_START "2026-04-01"
#define INK_SAMPLE_END "2026-10-01"
#define INK_SAMPLE_DAYS 183
/* Seconds from 1970 to the start, a Wednesday. */
#define INK_SAMPLE_START_SECONDS G_GINT64_CONSTANT (1775001600)

#define INK_SAMPLE_DAY G_GINT64_CONSTANT (86400000) /* times are milliseconds */
#define INK_SAMPLE_HOUR G_GINT64_CONSTANT (3600000)
#define INK_SAMPLE_MINUTE G_GINT64_CONSTANT (60000)
#define INK_SAMPLE_LENGTH (INK_SAMPLE_DAYS * INK_SAMPLE_DAY)

/* Mean days from the decision to the demo that the export shows. */
#define INK_SAMPLE_DELAY_DAYS 2

typedef enum
{
  INK_SAMPLE_VIEWED_PAGE,
  INK_SAMPLE_VIEWED_PRICING,
  INK_SAMPLE_SEARCHED,
  INK_SAMPLE_COPIED_SNIPPET,
  INK_SAMPLE_EXPANDED_SECTION,
  INK_SAMPLE_WATCHED_VIDEO,
  INK_SAMPLE_SAVED_TO_LIST,
  INK_SAMPLE_DOWNLOADED_CHECKLIST,
  INK_SAMPLE_DOWNLOADED_TEMPLATE,
  INK_SAMPLE_USED_CALCULATOR,
  INK_SAMPLE_SIGNED_UP,
  INK_SAMPLE_BOOKED_DEMO,
  INK_SAMPLE_SIGNED_CONTRACT,
  INK_SAMPLE_OPENED_MAIL,
  INK_SAMPLE_N_NAMES,
} InkSampleName;

typedef enum
{
  INK_SAMPLE_PRACTITIONER,
  INK_SAMPLE_BUYER,
  INK_SAMPLE_STUDENT,
  INK_SAMPLE_N_PERSONAS,
} InkSamplePersona;

/* The micro goals whose first completion changes how soon a person decides. */
typedef enum
{
  INK_SAMPLE_EFFECT_TEMPLATE,
  INK_SAMPLE_EFFECT_CALCULATOR,
  INK_SAMPLE_EFFECT_SAVE,
  INK_SAMPLE_EFFECT_VIDEO,
  INK_SAMPLE_N_EFFECTS,
} InkSampleEffect;

/* What a visit may hold, with a chance for each persona. */
typedef enum
{
  INK_SAMPLE_SPOT_PRICING,
  INK_SAMPLE_SPOT_SAVE,
  INK_SAMPLE_SPOT_CHECKLIST,
  INK_SAMPLE_SPOT_TEMPLATE,
  INK_SAMPLE_SPOT_CALCULATOR,
  INK_SAMPLE_SPOT_VIDEO,
  INK_SAMPLE_SPOT_SIGN_UP,
  INK_SAMPLE_N_SPOTS,
} InkSampleSpot;

/* The item of an expanded section that practitioners look for. */
#define INK_SAMPLE_ITEM_FORMULA 1

typedef struct
{
  const char *name;
  const char *roles;    /* of the property role */
  guint16 hazard;       /* per cent of the base rate */
  guint32 spots[INK_SAMPLE_N_SPOTS]; /* chance in a million per visit */
} InkSamplePersonaInfo;

typedef struct
{
  const char *name;
  guint16 hazard; /* per cent of the base rate, for those who came this way first */
} InkSampleChannelInfo;

/**
 * InkSampleMicro: what is planted about one goal of the shipped definition.
 */
typedef struct
{
  const char *goal;
  const char *truth;
  guint16 hazard[INK_SAMPLE_N_PERSONAS]; /* per cent, from the first time on; 0: no such ratio */
} InkSampleMicro;

typedef struct
{
  const char *path;
  const char *title;
} InkSamplePage;

typedef struct
{
  const char *country;
  const char *language;
  const char *currency;
} InkSamplePlace;

#define INK_SAMPLE_N_CHANNELS 7
#define INK_SAMPLE_N_PLACES 11
#define INK_SAMPLE_N_MICROS 9
#define INK_SAMPLE_N_TERMS 64
#define INK_SAMPLE_N_DEVICES 3
#define INK_SAMPLE_N_SIZES 4
#define INK_SAMPLE_N_ROLES 6 /* 0: not said */
#define INK_SAMPLE_N_ITEMS 4 /* of every kind of item */

/* Pages that are no glossary terms come after those. */
typedef enum
{
  INK_SAMPLE_PAGE_HOME = INK_SAMPLE_N_TERMS,
  INK_SAMPLE_PAGE_PRICING,
  INK_SAMPLE_PAGE_TEMPLATES,
  INK_SAMPLE_PAGE_CHECKLISTS,
  INK_SAMPLE_PAGE_CALCULATOR,
  INK_SAMPLE_PAGE_VIDEOS,
  INK_SAMPLE_PAGE_NEWSLETTER,
  INK_SAMPLE_PAGE_DEMO,
  INK_SAMPLE_PAGE_GUIDE,
  INK_SAMPLE_PAGE_COMPARISON,
  INK_SAMPLE_N_PAGES,
  INK_SAMPLE_NO_PAGE = INK_SAMPLE_N_PAGES,
} InkSamplePageNumber;

extern const char *const ink_sample_names[INK_SAMPLE_N_NAMES];
extern const InkSamplePersonaInfo ink_sample_personas[INK_SAMPLE_N_PERSONAS];
extern const InkSampleChannelInfo ink_sample_channels[INK_SAMPLE_N_CHANNELS];
extern const InkSampleMicro ink_sample_micros[INK_SAMPLE_N_MICROS];
extern const InkSamplePlace ink_sample_places[INK_SAMPLE_N_PLACES];
extern const InkSamplePage ink_sample_pages[INK_SAMPLE_N_PAGES];
extern const char *const ink_sample_devices[INK_SAMPLE_N_DEVICES];
extern const char *const ink_sample_sizes[INK_SAMPLE_N_SIZES];
extern const char *const ink_sample_roles[INK_SAMPLE_N_ROLES];
extern const char *const ink_sample_campaigns[INK_SAMPLE_N_CHANNELS][2];
extern const char *const ink_sample_steps[3];

/* Shares, in per cent, of the tables above: of people, of first visits, and of the later visits
 * that do not come as the first did. */
extern const guint8 ink_sample_persona_shares[INK_SAMPLE_N_PERSONAS];
extern const guint8 ink_sample_channel_shares[INK_SAMPLE_N_CHANNELS];
extern const guint8 ink_sample_returning_shares[INK_SAMPLE_N_CHANNELS];
extern const guint8 ink_sample_place_shares[INK_SAMPLE_N_PLACES];
extern const guint8 ink_sample_size_shares[INK_SAMPLE_N_SIZES];
extern const guint8 ink_sample_device_shares[2][INK_SAMPLE_N_DEVICES];

const char *ink_sample_item (InkSampleName name, guint item);

G_END_DECLS
