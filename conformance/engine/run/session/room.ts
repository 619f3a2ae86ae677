/** Characters of bodies that worlds may hold before no further one begins. */
const mostCharacters = 16_777_216;

/** The place of one world. */
export interface Place {
  /** Counts the characters of a body that the world holds. */
  add(characters: number): void;
  leave(): void;
}

/**
 * Bounds what the worlds that play at the same time hold of bodies: each keeps its exchanges until they are judged. While they hold too
 * much, no further world begins, so that on a target with large bodies fewer play at a time; one of them always does.
 */
export class Room {
  #characters = 0;
  #playing = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly most = mostCharacters) {}

  /** A place for a world, once there is room. The worlds that wait enter in the order in which they asked. */
  async enter(): Promise<Place> {
    if (this.#waiting.length > 0 || !this.#hasRoom) await new Promise<void>((enter) => this.#waiting.push(enter));
    else this.#playing += 1;
    return this.#place(() => {
      this.#playing -= 1;
    });
  }

  /** A place for what is prepared for a world that plays. It never waits, because that world does. */
  part(): Place {
    return this.#place(() => undefined);
  }

  get #hasRoom(): boolean {
    return this.#playing === 0 || this.#characters <= this.most;
  }

  #place(left: () => void): Place {
    let own = 0;
    let isOver = false;
    return {
      add: (characters) => {
        own += characters;
        this.#characters += characters;
      },
      leave: () => {
        if (isOver) return;
        isOver = true;
        this.#characters -= own;
        left();
        while (this.#waiting.length > 0 && this.#hasRoom) {
          this.#playing += 1;
          this.#waiting.shift()?.();
        }
      },
    };
  }
}
