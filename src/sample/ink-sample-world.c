/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tables of the made-up site. To change a number here changes every sample. */
#include "sample/ink-sample-world.h"

const char *const ink_sample_names[INK_SAMPLE_N_NAMES] = {
  [INK_SAMPLE_VIEWED_PAGE] = "Viewed Page",
  [INK_SAMPLE_VIEWED_PRICING] = "Viewed Pricing",
  [INK_SAMPLE_SEARCHED] = "Searched Glossary",
  [INK_SAMPLE_COPIED_SNIPPET] = "Copied Snippet",
  [INK_SAMPLE_EXPANDED_SECTION] = "Expanded Section",
  [INK_SAMPLE_WATCHED_VIDEO] = "Watched Video",
  [INK_SAMPLE_SAVED_TO_LIST] = "Saved to List",
  [INK_SAMPLE_DOWNLOADED_CHECKLIST] = "Downloaded Checklist",
  [INK_SAMPLE_DOWNLOADED_TEMPLATE] = "Downloaded Template",
  [INK_SAMPLE_USED_CALCULATOR] = "Used ROI Calculator",
  [INK_SAMPLE_SIGNED_UP] = "Signed Up",
  [INK_SAMPLE_BOOKED_DEMO] = "Booked Demo",
  [INK_SAMPLE_SIGNED_CONTRACT] = "Signed Contract",
  [INK_SAMPLE_OPENED_MAIL] = "Opened Onboarding Mail",
};

const InkSamplePersonaInfo ink_sample_personas[INK_SAMPLE_N_PERSONAS] = {
  [INK_SAMPLE_PRACTITIONER] = { "Practitioner", "Engineer, Data scientist", 95,
                                { 40000, 32000, 15000, 11000, 4000, 60000, 38000 } },
  [INK_SAMPLE_BUYER] = { "Buyer", "CMO, Head of Marketing", 320,
                         { 190000, 28000, 12000, 18000, 19000, 60000, 60000 } },
  [INK_SAMPLE_STUDENT] = { "Student", "Student", 6,
                           { 12000, 36000, 45000, 5000, 1500, 50000, 22000 } },
};

const InkSampleChannelInfo ink_sample_channels[INK_SAMPLE_N_CHANNELS] = {
  { "organic", 100 }, { "paid_search", 110 }, { "social", 60 }, { "newsletter", 130 },
  { "webinar", 260 }, { "referral", 160 },    { "direct", 100 },
};

const InkSampleMicro ink_sample_micros[INK_SAMPLE_N_MICROS] = {
  [INK_SAMPLE_EFFECT_TEMPLATE] = { "Template download", "leading", { 320, 320, 320 } },
  [INK_SAMPLE_EFFECT_CALCULATOR] = { "ROI calculator", "leading", { 280, 280, 280 } },
  [INK_SAMPLE_EFFECT_SAVE] = { "Save to reading list", "leading", { 200, 200, 200 } },
  [INK_SAMPLE_EFFECT_VIDEO] = { "Watch video 50 %+", "differs_by_persona", { 30, 300, 100 } },
  { "Newsletter sign-up", "follows_the_crowd", { 100, 100, 100 } },
  { "Read 3+ terms", "follows_the_crowd", { 100, 100, 100 } },
  { "Copy code snippet", "busywork", { 100, 100, 100 } },
  { "Time on page 2 min", "busywork", { 100, 100, 100 } },
  { "Onboarding e-mail opened", "trails_the_sale", { 0, 0, 0 } },
};

const InkSamplePlace ink_sample_places[INK_SAMPLE_N_PLACES] = {
  { "DE", "de", "EUR" }, { "US", "en", "USD" }, { "GB", "en", "GBP" }, { "FR", "fr", "EUR" },
  { "ES", "es", "EUR" }, { "IT", "it", "EUR" }, { "NL", "nl", "EUR" }, { "PL", "pl", "EUR" },
  { "IN", "en", "USD" }, { "BR", "pt", "USD" }, { "CH", "de", "EUR" },
};

const guint8 ink_sample_persona_shares[INK_SAMPLE_N_PERSONAS] = { 58, 20, 22 };
const guint8 ink_sample_channel_shares[INK_SAMPLE_N_CHANNELS] = { 34, 20, 17, 5, 5, 8, 11 };
const guint8 ink_sample_returning_shares[INK_SAMPLE_N_CHANNELS] = { 24, 8, 8, 22, 2, 4, 32 };
const guint8 ink_sample_place_shares[INK_SAMPLE_N_PLACES] = { 26, 22, 12, 9, 7, 6, 5, 4, 4, 3, 2 };
const guint8 ink_sample_size_shares[INK_SAMPLE_N_SIZES] = { 36, 30, 22, 12 };
const guint8 ink_sample_device_shares[2][INK_SAMPLE_N_DEVICES] = { { 64, 31, 5 }, { 18, 74, 8 } };

const char *const ink_sample_devices[INK_SAMPLE_N_DEVICES] = { "desktop", "mobile", "tablet" };
const char *const ink_sample_sizes[INK_SAMPLE_N_SIZES] = { "1-10", "11-50", "51-250", "251+" };
const char *const ink_sample_roles[INK_SAMPLE_N_ROLES] = { "",
                                                           "Engineer",
                                                           "Data scientist",
                                                           "CMO",
                                                           "Head of Marketing",
                                                           "Student" };
const char *const ink_sample_steps[3] = { "start", "input", "result" };

const char *const ink_sample_campaigns[INK_SAMPLE_N_CHANNELS][2] = {
  { "", "" },
  { "search-glossary", "search-brand" },
  { "linkedin-terms", "short-videos" },
  { "weekly-digest", "new-terms" },
  { "rag-in-practice", "roi-of-ai" },
  { "", "" },
  { "", "" },
};

const InkSamplePage ink_sample_pages[INK_SAMPLE_N_PAGES] = {
  { "/glossary/ai-agent", "AI agent" },
  { "/glossary/alignment", "Alignment" },
  { "/glossary/attention", "Attention" },
  { "/glossary/autoencoder", "Autoencoder" },
  { "/glossary/backpropagation", "Backpropagation" },
  { "/glossary/batch-normalisation", "Batch normalisation" },
  { "/glossary/beam-search", "Beam search" },
  { "/glossary/bias-and-variance", "Bias and variance" },
  { "/glossary/chain-of-thought", "Chain of thought" },
  { "/glossary/chunking", "Chunking" },
  { "/glossary/classification", "Classification" },
  { "/glossary/clustering", "Clustering" },
  { "/glossary/cold-start", "Cold start" },
  { "/glossary/confusion-matrix", "Confusion matrix" },
  { "/glossary/context-window", "Context window" },
  { "/glossary/convolution", "Convolution" },
  { "/glossary/cosine-similarity", "Cosine similarity" },
  { "/glossary/cross-validation", "Cross-validation" },
  { "/glossary/data-drift", "Data drift" },
  { "/glossary/data-labelling", "Data labelling" },
  { "/glossary/decision-tree", "Decision tree" },
  { "/glossary/diffusion-model", "Diffusion model" },
  { "/glossary/distillation", "Distillation" },
  { "/glossary/dropout", "Dropout" },
  { "/glossary/early-stopping", "Early stopping" },
  { "/glossary/embeddings", "Embeddings" },
  { "/glossary/ensemble", "Ensemble" },
  { "/glossary/evaluation-set", "Evaluation set" },
  { "/glossary/explainability", "Explainability" },
  { "/glossary/feature-store", "Feature store" },
  { "/glossary/few-shot-prompt", "Few-shot prompt" },
  { "/glossary/fine-tuning", "Fine-tuning" },
  { "/glossary/foundation-model", "Foundation model" },
  { "/glossary/function-calling", "Function calling" },
  { "/glossary/gradient-descent", "Gradient descent" },
  { "/glossary/grounding", "Grounding" },
  { "/glossary/guardrails", "Guardrails" },
  { "/glossary/hallucination", "Hallucination" },
  { "/glossary/human-in-the-loop", "Human in the loop" },
  { "/glossary/hybrid-search", "Hybrid search" },
  { "/glossary/hyperparameter", "Hyperparameter" },
  { "/glossary/inference-cost", "Inference cost" },
  { "/glossary/jailbreak", "Jailbreak" },
  { "/glossary/knowledge-graph", "Knowledge graph" },
  { "/glossary/large-language-model", "Large language model" },
  { "/glossary/latency-budget", "Latency budget" },
  { "/glossary/lora", "LoRA" },
  { "/glossary/loss-function", "Loss function" },
  { "/glossary/mixture-of-experts", "Mixture of experts" },
  { "/glossary/model-card", "Model card" },
  { "/glossary/multimodal-model", "Multimodal model" },
  { "/glossary/named-entity", "Named entity" },
  { "/glossary/overfitting", "Overfitting" },
  { "/glossary/perplexity", "Perplexity" },
  { "/glossary/prompt-injection", "Prompt injection" },
  { "/glossary/prompt-template", "Prompt template" },
  { "/glossary/quantisation", "Quantisation" },
  { "/glossary/rag-evaluation", "RAG evaluation" },
  { "/glossary/re-ranking", "Re-ranking" },
  { "/glossary/reinforcement-learning", "Reinforcement learning" },
  { "/glossary/synthetic-data", "Synthetic data" },
  { "/glossary/temperature", "Temperature" },
  { "/glossary/tokenisation", "Tokenisation" },
  { "/glossary/vector-database", "Vector database" },
  [INK_SAMPLE_PAGE_HOME] = { "/", "AI Glossary" },
  [INK_SAMPLE_PAGE_PRICING] = { "/pricing", "Pricing" },
  [INK_SAMPLE_PAGE_TEMPLATES] = { "/templates", "Templates" },
  [INK_SAMPLE_PAGE_CHECKLISTS] = { "/checklists", "Checklists" },
  [INK_SAMPLE_PAGE_CALCULATOR] = { "/roi-calculator", "ROI calculator" },
  [INK_SAMPLE_PAGE_VIDEOS] = { "/videos", "Videos" },
  [INK_SAMPLE_PAGE_NEWSLETTER] = { "/newsletter", "Newsletter" },
  [INK_SAMPLE_PAGE_DEMO] = { "/demo", "Book a demo" },
  [INK_SAMPLE_PAGE_GUIDE] = { "/guides/first-ai-project", "Your first AI project, step by step" },
  [INK_SAMPLE_PAGE_COMPARISON] = { "/guides/build-or-buy", "Build or buy?" },
};

/* What was taken, opened or saved to: the column "item" of an event, "" where it has none. */
const char *
ink_sample_item (InkSampleName name,
                 guint         item)
{
  static const char *const items[INK_SAMPLE_N_NAMES][INK_SAMPLE_N_ITEMS] = {
    [INK_SAMPLE_EXPANDED_SECTION] = { "Example", "Formula", "Pitfalls", "Further reading" },
    [INK_SAMPLE_SAVED_TO_LIST] = { "To read", "Team basics", "RAG", "Evaluation" },
    [INK_SAMPLE_DOWNLOADED_CHECKLIST] = { "Exam terms", "Data readiness", "Launch", "Security" },
    [INK_SAMPLE_DOWNLOADED_TEMPLATE] = { "Architecture", "Business case", "Evaluation plan",
                                         "Risk register" },
    [INK_SAMPLE_WATCHED_VIDEO] = { "Embeddings in 6 minutes", "What RAG costs", "Agents, plainly",
                                   "Choosing a model" },
  };
  const char *text;

  g_return_val_if_fail (name < INK_SAMPLE_N_NAMES && item < INK_SAMPLE_N_ITEMS, "");
  text = items[name][item];
  return text != NULL ? text : "";
}
