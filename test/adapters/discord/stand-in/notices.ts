/** Lets tests wait for facts: whoever changes something tells it, and whoever waits looks again. */
export interface Notices {
  tell(): void;
  /** Settles with the first value that `look` finds. */
  until<fact>(look: () => fact | undefined): Promise<fact>;
}

/** Makes a board of notices on which nothing has been told. */
export function createNotices(): Notices {
  const lookers = new Set<() => void>();
  return {
    tell() {
      for (const look of [...lookers]) look();
    },
    until(look) {
      const found = look();
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const lookAgain = () => {
          try {
            const found = look();
            if (found === undefined) return;
            resolve(found);
          } catch (error) {
            reject(error);
          }
          lookers.delete(lookAgain);
        };
        lookers.add(lookAgain);
      });
    },
  };
}
