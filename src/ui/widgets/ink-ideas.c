/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-ideas.h"

#include <glib/gi18n-lib.h>

static const InkIdea ideas[] = {
  /* The ways to look at all of them. */
  { "ranking", N_ ("Ranking"),
    N_ ("Every micro goal in a line. The filled sign says how many times as often people who did it "
        "go on, against comparable people who have not: right of 1× more often, left of it less "
        "often. The line through it is its range. The hollow ring is the simple comparison that "
        "dashboards show.") },
  { "map", N_ ("Map"),
    N_ ("The farther right, the more people do it. The higher, the more often they go on, against "
        "comparable people. Best is what stands high and far right: a strong sign that many people "
        "give. The line through a sign is its range.") },
  { "personas", N_ ("By persona"),
    N_ ("The same comparison among the people of one persona. Where personas disagree by more than "
        "chance, the average describes nobody.") },
  { "overlap", N_ ("Overlap"),
    N_ ("How much two goals are done by the same people: 1 is always the same people, 0 no more than "
        "by chance. Goals that the same people complete are hardly told apart: one of them may be "
        "enough.") },
  { "visits", N_ ("Inside a visit"),
    N_ ("Where most people come and convert in one visit, nothing can come before. So visits are "
        "compared that have gone equally deep: do those in which it happened end with a conversion "
        "more often? It tells that somebody is about to convert now, and is no early sign.") },
  { "timeless", N_ ("What goes together"),
    N_ ("This file does not say when anything happened, so nothing here comes before anything else. "
        "Shares with and without are compared, and a column may have been filled in only after the "
        "outcome was known.") },
  { "search", N_ ("Found by a search"),
    N_ ("Whoever tries hundreds of things finds some that stand out by chance. So the search sees "
        "one half of the people, and the verdict comes from the other half.") },
  /* The numbers of one of them. */
  { "comparable", N_ ("Among comparable people"),
    N_ ("How many times as often people who did it go on, against people of the same persona and "
        "channel, known for as long and with as many and as recent visits, who have not done it.") },
  { "range", N_ ("95 % range"),
    N_ ("The number is an estimate. Ranges made like this hold the true one 19 times in 20; the more "
        "people, the narrower.") },
  { "crude", N_ ("Not comparing like with like"),
    N_ ("The same as among comparable people, with what came first counted right, but active and "
        "quiet people thrown together.") },
  { "simple", N_ ("Simple comparison"),
    N_ ("Those who ever did it against those who never did, as dashboards show it. Active people do "
        "more of everything, so it is nearly always too high.") },
  { "reach", N_ ("People who did it"),
    N_ ("How many people did it while they could be followed, and what share of all people they "
        "are: the reach.") },
  { "conversions", N_ ("Conversions after it"),
    N_ ("How many people converted after they did it, and how many would have if they had gone on "
        "no more often than comparable people.") },
  { "support", N_ ("Time with somebody similar"),
    N_ ("For how much of the time after it there were comparable people. The rest says nothing.") },
  { "lag", N_ ("Half of them within"),
    N_ ("Among those who did it and converted: half took no longer than this. Some who may still "
        "convert are not in it, so it is rather too short.") },
  { "need", N_ ("More people that would settle it"),
    N_ ("About so many more people like these would tell a lift of one and a half times from "
        "none.") },
  { "adjusted", N_ ("Adjusted for"),
    N_ ("Active people do more of everything. So people are compared only with people who are as "
        "active, as recent and as long known, from the same channel and of the same persona, and "
        "only what they did before counts. Somebody who does it is likelier to go on; whether "
        "pushing more people to do it would help, only an experiment can tell.") },
  { "payoff", N_ ("When it pays off"),
    N_ ("Of those who did it, how many had converted after so many days. The dashed line is what "
        "would be expected of comparable people without it.") },
  /* The verdicts. */
  { "No data", N_ ("No data"), N_ ("Nobody did it, or nobody converted, while people could be "
                                   "followed.") },
  { "Trails the sale", N_ ("Trails the sale"),
    N_ ("Most who convert and do it do it only afterwards. It is a result of the sale, not a sign "
        "of it.") },
  { "Last step", N_ ("Last step"),
    N_ ("Most who convert do it only in the visit or on the day when they convert. That is too late "
        "to act on.") },
  { "Activity unknown", N_ ("Activity unknown"),
    N_ ("The data has no everyday activity, such as page views or logins, so busy people cannot be "
        "told from convinced ones.") },
  { "Depends on persona", N_ ("Depends on persona"),
    N_ ("A good sign for one persona, and none or the opposite for another. The average describes "
        "nobody: look at each persona.") },
  { "Not enough data", N_ ("Not enough data"),
    N_ ("There are too few people or conversions to say anything yet, neither that it is a sign nor "
        "that it is none.") },
  { "Short journey", N_ ("Short journey"),
    N_ ("Most who do it come and convert in one visit or on one day, so that nothing can come "
        "before. Look at what happens inside a visit.") },
  { "Leading indicator", N_ ("Leading indicator"),
    N_ ("People who do it go on more often than comparable people, by more than chance and by enough "
        "to matter. The rules are fixed, and they allow for how many goals were looked at.") },
  { "Fading", N_ ("Fading"),
    N_ ("It was a good sign in the earlier half of the conversions, and in the later half it is one "
        "no longer.") },
  { "Negative", N_ ("Negative"),
    N_ ("People who do it go on less often than comparable people, by more than chance. It need not "
        "be the reason.") },
  { "Follows the crowd", N_ ("Follows the crowd"),
    N_ ("It looks strong because busy people do it, and busy people do more of everything. Among "
        "equally busy people little or nothing of it is left.") },
  { "Busywork", N_ ("Busywork"),
    N_ ("People do it, and it makes no visible difference to who goes on. A lift that would be worth "
        "having is ruled out.") },
  { "Promising", N_ ("Promising"),
    N_ ("It looks like a sign so far, but it may still be chance. More people will tell.") },
  { NULL, NULL, NULL },
};

const InkIdea *
ink_ideas (void)
{
  return ideas;
}

const InkIdea *
ink_idea_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (const InkIdea *idea = ideas; idea->id != NULL; idea++)
    if (g_str_equal (idea->id, id))
      return idea;

  return NULL;
}

/* Files call a verdict by the same English words. */
const char *
ink_idea_of_verdict (InkVerdict verdict)
{
  return ink_verdict_to_string (verdict);
}
