/** What a person reads about a problem: its name and what to do about it. */
export interface ProblemText {
  title: string;
  help: string;
}

/** One kind of problem: its HTTP status and its words in both languages. */
export interface ProblemEntry {
  status: number;
  en: ProblemText;
  zh: ProblemText;
}

/** A catalogue entry from its words: English title and help, then Chinese. */
export function problem(status: number, en: [string, string], zh: [string, string]): ProblemEntry {
  return { status, en: { title: en[0], help: en[1] }, zh: { title: zh[0], help: zh[1] } };
}
