/** Lets tests wait for a state instead of sleeping. */
export interface Signal {
  /** Something changed: whoever waits looks again. */
  notify(): void;
  /**
   * Resolves as soon as `holds` is true.
   * @throws Error naming `what` after `patience` milliseconds
   */
  until(holds: () => boolean, what: string, patience?: number): Promise<void>;
  /** Nobody waits any more: every wait fails with this reason. */
  end(reason: string): void;
}

export function createSignal(): Signal {
  const watchers = new Set<(ended?: Error) => void>();
  return {
    notify() {
      for (const watcher of [...watchers]) watcher();
    },
    end(reason) {
      for (const watcher of [...watchers]) watcher(new Error(reason));
    },
    until(holds, what, patience = 15_000) {
      if (holds()) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => settle(new Error(`Still waiting for ${what} after ${patience} ms`)), patience);
        const watcher = (ended?: Error) => {
          if (ended) settle(new Error(`Waiting for ${what}: ${ended.message}`));
          else if (holds()) settle();
        };
        function settle(error?: Error): void {
          clearTimeout(timer);
          watchers.delete(watcher);
          if (error) reject(error);
          else resolve();
        }
        watchers.add(watcher);
      });
    },
  };
}
