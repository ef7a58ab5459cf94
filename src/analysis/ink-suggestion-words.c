/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* English first, with the names that GA4, GA360, Mixpanel, Segment, HubSpot, PostHog, Amplitude and
 * Matomo give by themselves; then German, French, Spanish. The first row that fits a name wins, so
 * what undoes or belongs to machines stands above what it would else be taken for. */
#include "config.h"

#include "analysis/ink-suggestion-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const InkTopic topics[] = {
  { "taken-back", INK_TOPIC_NONE, 0, 0, NULL, NULL,
    "remove removed refund* cancel* unsubscrib* churn* delete deleted dismiss* declin* abandon* "
    "expired lost rejected returned+order erstatt* stornier* storno kündig* abgemeldet abmeld* entfernt "
    "annul* rembours* désabonn* supprim* cancelado reembols* eliminado baja" },
  { "automated", INK_TOPIC_NONE, 0, 0, NULL, NULL,
    "delivered bounce* deferred processed dropped =sent email+sent mail+sent email+send mail+send "
    "heartbeat ping identify identified =alias =group set+once feature+flag exception error crash* "
    "web+vitals =performance autocapture rageclick app+remove app+update os+update "
    "app+clear+data user+engagement notification+receive first+visit first+open "
    "zugestellt gesendet fehler envoyé livré erreur enviado entregado" },
  { "unnamed", INK_TOPIC_NONE, 0, 0, NULL, NULL, "=event =events =track =custom =unstruct =struct "
    "=custom+event =hit =action =ereignis =other" },
  { "pageleave", INK_TOPIC_NONE, 0, 0, NULL, NULL, "pageleave page+leave page+close logout log+out "
    "logged+out sign+out signed+out session+end screen+leave abgemeldet" },
  { "visit", INK_TOPIC_VISIT, 0, 3, N_("another visit"), NULL,
    "session+start session+started session+begin visit+start new+visit app+open app+opened "
    "application+opened sitzungsbeginn" },
  { "after-sale", INK_TOPIC_AFTER, 3, 0, N_("what follows the sale"), NULL,
    "onboarding renew* renewal invoice receipt shipment shipped order+shipped order+delivered "
    "product+review+submitted nps survey+completed support+ticket ticket+created in+app+purchase+ack "
    "einarbeitung verlängerung rechnung lieferung versendet versandt facture livraison factura envío" },
  { "newsletter", INK_TOPIC_MICRO, 2, 6, N_("a newsletter"), N_("Newsletter page"),
    "newsletter mailing+list infolettre boletín" },
  { "contract", INK_TOPIC_MACRO, 3, 10, N_("a contract"), NULL,
    "contract* deal+won closed+won won+deal opportunity+won agreement+signed proposal+accepted "
    "quote+accepted vertrag* abschluss auftrag+erteilt gewonnen contrat contrato" },
  { "purchase", INK_TOPIC_MACRO, 3, 10, N_("a purchase"), NULL,
    "purchase purchased purchases ecommerce+purchase order+completed order+placed order+complete "
    "completed+order placed+order order+confirm* checkout+complete* completed+checkout transaction "
    "transactions payment+confirm* payment+success* payment+complete* payment+received "
    "buy bought paid revenue sale sold gekauft kauf kaufabschluss bestellt bestellung "
    "bestellabschluss bezahlt achat acheté commande+confirm* commande+pass* payé compra comprado "
    "pedido+realizado pedido+confirm*" },
  { "payment", INK_TOPIC_MICRO, 2, 7, N_("a payment"), NULL,
    "add+payment+info payment+info+entered payment+page payment+info payment+step zahlungsseite "
    "zahlungsart page+paiement" },
  { "order", INK_TOPIC_MACRO, 3, 9, N_("an order"), NULL,
    "order orders ordered commande pedido" },
  { "subscription", INK_TOPIC_MACRO, 3, 9, N_("a subscription"), NULL,
    "subscription+started subscription+created subscription+activated subscription subscribed+plan "
    "plan+upgrade* upgraded upgrade plan+purchased started+subscription abonnement+commencé "
    "abo+abgeschlossen abonnement suscripción" },
  { "video", INK_TOPIC_MICRO, 1, 6, N_("a video"), NULL,
    "demo+video demo+watched watched+demo viewed+demo démo+vidéo" },
  { "demo", INK_TOPIC_MACRO, 3, 9, N_("a demo"), N_("Demo page"),
    "demo demos book+meeting booked+meeting meeting+booked schedule+call scheduled+call call+booked "
    "booked+call appointment* consultation termin+gebucht termin+vereinbart demotermin "
    "beratungstermin rendez+vous démo démonstration cita reunión" },
  { "trial", INK_TOPIC_MACRO, 3, 8, N_("a trial"), N_("Trial page"),
    "trial start+trial trial+started probeabo testversion testphase essai prueba+gratuita" },
  { "booking", INK_TOPIC_MACRO, 3, 9, N_("a booking"), NULL,
    "booking+complete* booking+confirm* booked reservation* reserved buchung gebucht reserviert "
    "réserv* reserva*" },
  { "donation", INK_TOPIC_MACRO, 3, 9, N_("a donation"), NULL,
    "donate donated donation spende gespendet don+effectué donación" },
  { "webinar-seen", INK_TOPIC_EITHER, 2, 7, N_("a webinar that was attended"), NULL,
    "webinar+attend* attended+webinar webinar+join* joined+webinar webinar+watch* attended "
    "webinar+teilgenommen teilgenommen a+participé asistió" },
  { "webinar", INK_TOPIC_EITHER, 1, 6, N_("a webinar"), N_("Webinar page"),
    "webinar* web+seminar online+seminar webinaire" },
  { "quote", INK_TOPIC_EITHER, 2, 8, N_("a quote"), N_("Quote page"),
    "quote request+quote quote+requested estimate request+offer angebot* offerte devis cotización "
    "presupuesto" },
  { "lead", INK_TOPIC_EITHER, 2, 7, N_("an enquiry"), N_("Contact page"),
    "generate+lead lead+generated lead form+submit* submit+form submitted+form form+completed "
    "contact contacted contact+us enquiry inquiry converted conversion qualified kontakt* anfrage "
    "formular+gesendet formular+abgeschickt contactez formulaire+envoyé contacto formulario+enviado "
    "solicitud" },
  { "sign-up", INK_TOPIC_EITHER, 2, 6, N_("a sign-up"), N_("Sign-up page"),
    "sign+up signed+up signup signedup register registered registration complete+registration "
    "account+created create+account created+account user+created join+group user+signed joined "
    "subscribe subscribed registrier* registriert anmeldung angemeldet konto+erstellt inscription "
    "inscrit compte+créé registro registrado registrarse suscrito" },
  { "checkout", INK_TOPIC_MICRO, 2, 8, N_("a checkout"), N_("Checkout page"),
    "checkout begin+checkout checkout+started started+checkout initiate+checkout add+shipping+info "
    "checkout+step* kasse zur+kasse caisse finaliser+commande tramitar" },
  { "wishlist", INK_TOPIC_MICRO, 1, 6, N_("something saved for later"), NULL,
    "wishlist favourite favorite favourited favorited bookmark bookmarked saved save "
    "add+to+list merkliste merkzettel gemerkt wunschliste favoris enregistré favoritos guardado" },
  { "cart", INK_TOPIC_MICRO, 2, 8, N_("the cart"), N_("Cart page"),
    "cart basket bag warenkorb einkaufswagen panier carrito cesta" },
  { "pricing", INK_TOPIC_MICRO, 2, 8, N_("prices"), N_("Pricing page"),
    "pricing price prices plans tarife preise preis preisseite preisliste tarif tarifs prix precios "
    "precio tarifas" },
  { "calculator", INK_TOPIC_MICRO, 2, 7, N_("a tool to try out"), N_("Calculator page"),
    "calculator calculate calculated roi configurator configured simulator rechner konfigurator "
    "berechnet calculateur configurateur calculadora configurador" },
  { "download", INK_TOPIC_MICRO, 1, 7, N_("a download"), N_("Download page"),
    "download downloads downloaded file+download whitepaper ebook heruntergeladen herunterladen "
    "télécharg* descarga* descargado" },
  { "video", INK_TOPIC_MICRO, 1, 6, N_("a video"), N_("Video page"),
    "video* watch watched playthrough* play plays played podcast listened film angesehen vidéo "
    "vídeo" },
  { "case-study", INK_TOPIC_MICRO, 2, 6, N_("a customer’s story"), N_("Customer stories"),
    "case+stud* casestud* customer+story customer+stories testimonial* referenzen fallstudie* "
    "kundenstimmen études+de+cas casos+de+éxito" },
  { "chat", INK_TOPIC_MICRO, 2, 6, N_("a conversation"), NULL,
    "chat chats conversation message+sent live+chat nachricht discussion mensaje" },
  { "search", INK_TOPIC_MICRO, 0, 6, N_("a search"), N_("Search page"),
    "search searched searches site+search view+search+results products+searched suche gesucht "
    "suchergebnis* recherche recherché búsqueda buscado" },
  { "compare", INK_TOPIC_MICRO, 2, 6, N_("a comparison"), N_("Comparison page"),
    "compare compared comparison vergleich verglichen comparaison comparar comparativa" },
  { "product", INK_TOPIC_MICRO, 1, 5, N_("a product that was looked at"), N_("Product pages"),
    "view+item product+view* product+detail* viewed+product product+clicked product+list+click "
    "select+item product+details products produkt* artikel+angesehen produit* producto*" },
  { "promotion", INK_TOPIC_MICRO, 0, 4, N_("a promotion"), NULL,
    "view+promotion select+promotion promotion* promo coupon+applied coupon banner aktion gutschein "
    "promotion+vue promoción" },
  { "share", INK_TOPIC_MICRO, 1, 5, N_("something that was shared"), NULL,
    "share shared shares invite invited invitation refer referred empfohlen geteilt eingeladen "
    "partag* invité compart* invitado" },
  { "comment", INK_TOPIC_MICRO, 1, 4, N_("a comment"), NULL,
    "comment* review reviewed rated rating like liked kommentar* bewertet commentaire comentario" },
  { "mail", INK_TOPIC_MICRO, 0, 4, N_("a mail"), NULL,
    "email+open* mail+open* opened+email opened+mail email+click* mail+click* clicked+email "
    "clicked+mail clicked+link+in+email mail+geöffnet courriel+ouvert correo+abierto" },
  { "scroll", INK_TOPIC_MICRO, 0, 3, N_("reading to the end"), NULL,
    "scroll scrolled scroll+depth read+article article+read gelesen lu leído" },
  { "tutorial", INK_TOPIC_MICRO, 1, 5, N_("learning how it works"), NULL,
    "tutorial+complete tutorial+begin tutorial* tour course* kurs* lesson* cours curso" },
  { "log-in", INK_TOPIC_MICRO, 1, 4, N_("signing in"), NULL,
    "login logged+in log+in signin sign+in signed+in eingeloggt einloggen connexion+réussie "
    "connecté inicio+de+sesión" },
  { "click", INK_TOPIC_MICRO, 0, 3, N_("a click"), NULL,
    "click clicked cta outbound geklickt clic cliqué" },
  { "copy", INK_TOPIC_MICRO, 1, 4, N_("something that was taken along"), NULL,
    "copy copied print printed export exported kopiert gedruckt copié imprimé copiado impreso" },
  { "page", INK_TOPIC_PAGE, 0, 2, N_("a page"), NULL,
    "pageview pageviews page+view page+viewed viewed+page page+visited screen+view screenview "
    "screen+viewed viewed+screen =page =pages =screen =visit loaded+a+page seitenaufruf seite "
    "home+page search+page page+vue página+vista home+screen" },
  /* No name speaks of these: they come from durations and visits. */
  { "time", INK_TOPIC_MICRO, 0, 5, N_("time on a page"), NULL, "" },
  { "depth", INK_TOPIC_MICRO, 0, 5, N_("several pages in a visit"), NULL, "" },
};

/* Pages have words of their own: that a page on demos was read books none. */
static const struct
{
  const char *topic;
  const char *words;
} page_words[] = {
  { "purchase", "order+confirm* ordercompleted order+completed order+complete order+received "
                "thank+you+purchase bestellbestätigung confirmation+commande" },
  { "lead", "thank+you thanks thankyou danke vielen+dank merci gracias" },
  { "checkout", "checkout payment yourinfo revieworder kasse zahlung caisse paiement pago" },
  { "cart", "cart basket bag warenkorb panier carrito cesta" },
  { "pricing", "pricing prices plans preise tarife tarifs prix precios" },
  { "demo", "demo book+demo request+demo démo" },
  { "trial", "trial free+trial testversion essai" },
  { "quote", "quote angebot devis presupuesto" },
  { "case-study", "case+stud* case+study customers customer+stories referenzen fallstudien" },
  { "calculator", "calculator roi+calculator rechner calculateur calculadora" },
  { "compare", "compare comparison vs vergleich comparaison comparativa" },
  { "webinar", "webinar webinars webinare webinaire" },
  { "newsletter", "newsletter infolettre boletín" },
  { "download", "download downloads whitepaper ebook templates vorlagen téléchargement descargas" },
  { "video", "video videos vidéos vídeos" },
  { "sign-up", "signup sign+up register registration registrieren inscription registro" },
};

/* ---- Words of names ---- */

/* "addToCart", "HTMLPage" and "step2" are written as one word. */
static gboolean
begins_word (gunichar before,
             gunichar here,
             gunichar after)
{
  if (g_unichar_isupper (here))
    return g_unichar_islower (before) || (g_unichar_isupper (before) && g_unichar_islower (after));
  return g_unichar_isdigit (here) != g_unichar_isdigit (before) && g_unichar_isalnum (here)
         && g_unichar_isalnum (before);
}

static char *
part_words (const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gunichar before = ' ';

  for (const char *from = name; *from != '\0'; from = g_utf8_next_char (from))
    {
      gunichar here = g_utf8_get_char (from);
      gunichar after = g_utf8_get_char (g_utf8_next_char (from));

      if (begins_word (before, here, after))
        g_string_append_c (text, ' ');
      g_string_append_unichar (text, g_unichar_isalnum (here) ? here : ' ');
      before = here;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char **
ink_topic_words (const char *name)
{
  g_autofree char *parted = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  parted = part_words (name);
  return g_str_tokenize_and_fold (parted, "en", NULL);
}

static char *
capitalise (const char *text)
{
  g_autoptr (GString) title = g_string_new (NULL);

  g_string_append_unichar (title, g_unichar_totitle (g_utf8_get_char (text)));
  g_string_append (title, g_utf8_next_char (text));
  return g_string_free (g_steal_pointer (&title), FALSE);
}

char *
ink_topic_title (const char *name)
{
  g_autofree char *parted = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) title = g_string_new (NULL);

  g_return_val_if_fail (name != NULL, NULL);

  /* What has blanks was written to be read. */
  if (strchr (name, ' ') != NULL)
    return g_strdup (name);
  parted = part_words (name);
  words = g_strsplit (parted, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", words[i]);
  if (title->len == 0)
    return g_strdup (name);
  if (g_ascii_islower (*name) || !g_ascii_isalpha (*name))
    {
      g_autofree char *lower = g_utf8_strdown (title->str, -1);

      g_string_assign (title, lower);
    }
  return capitalise (title->str);
}

/* ---- Matching ---- */

static gboolean
has_word (char *const *words,
          const char *wanted)
{
  gsize length = strlen (wanted);
  gboolean begins = length > 1 && wanted[length - 1] == '*';

  for (guint i = 0; words[i] != NULL; i++)
    if (begins ? strncmp (words[i], wanted, length - 1) == 0 : strcmp (words[i], wanted) == 0)
      return TRUE;
  return FALSE;
}

/* What a row of a table looks for, read once. */
typedef struct
{
  char **parts;
  gboolean whole; /* "=page": the name has no other word */
} Entry;

typedef struct
{
  GArray *entries[MAX (G_N_ELEMENTS (topics), G_N_ELEMENTS (page_words))]; /* Entry */
} Entries;

static GArray *
read_entries (const char *words)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      {
        Entry entry = { NULL, *list[i] == '=' };

        entry.parts = g_strsplit (list[i] + entry.whole, "+", -1);
        g_array_append_val (entries, entry);
      }
  return entries;
}

/* What each topic's events, or its pages, look for: read once. */
static const Entries *
get_entries (gboolean of_pages)
{
  static Entries events, pages;
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
        events.entries[i] = read_entries (topics[i].words);
      for (guint i = 0; i < G_N_ELEMENTS (page_words); i++)
        pages.entries[i] = read_entries (page_words[i].words);
      g_once_init_leave (&done, 1);
    }
  return of_pages ? &pages : &events;
}

static gboolean
fits_entry (char *const *words,
            const Entry *entry)
{
  if (entry->whole && g_strv_length (entry->parts) != g_strv_length ((char **) words))
    return FALSE;
  for (guint i = 0; entry->parts[i] != NULL; i++)
    if (!has_word (words, entry->parts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
fits (char *const *words,
      const GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (fits_entry (words, &g_array_index (entries, Entry, i)))
      return TRUE;
  return FALSE;
}

const InkTopic *
ink_topic_of_event (const char *name)
{
  const Entries *entries = get_entries (FALSE);
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  words = ink_topic_words (name);
  for (guint i = 0; words[0] != NULL && i < G_N_ELEMENTS (topics); i++)
    if (fits (words, entries->entries[i]))
      return &topics[i];
  return NULL;
}

const InkTopic *
ink_topic_of_page (const char *page)
{
  const Entries *entries = get_entries (TRUE);
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (page != NULL, NULL);

  words = ink_topic_words (page);
  for (guint i = 0; words[0] != NULL && i < G_N_ELEMENTS (page_words); i++)
    if (fits (words, entries->entries[i]))
      return ink_topic_find (page_words[i].topic);
  return NULL;
}

const InkTopic *
ink_topic_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i].id, id))
      return &topics[i];
  return NULL;
}
