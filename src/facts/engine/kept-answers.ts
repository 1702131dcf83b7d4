/** The last answers to questions that are asked again and again; the one not asked for longest goes first. */
export interface KeptAnswers<T> {
  get(question: string, work: () => T): T;
  clear(): void;
}

export function keptAnswers<T extends object>(most: number): KeptAnswers<T> {
  const kept = new Map<string, T>();
  return {
    get(question, work) {
      const answer = kept.get(question) ?? work();
      kept.delete(question);
      kept.set(question, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return answer;
    },
    clear: () => kept.clear(),
  };
}
