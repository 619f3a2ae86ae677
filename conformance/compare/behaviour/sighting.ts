/** What is compared. A `status` is compared by input, because each input sends the same kinds of requests whatever the seed. */
export type Aspect = 'status' | 'header' | 'body' | 'list' | 'lifecycle' | 'fraction';

/** Where something was seen. */
export interface Place {
  readonly aspect: Aspect;
  /** What was requested, such as `create`, and mostly the status of the response, such as `create 201`. */
  readonly of: string;
  /** The JSON Pointer of an object, with `*` for the index of an element, or the input of a case; empty for the response itself. */
  readonly at: string;
  /** True if what is seen here depends on the time when actions move by themselves. */
  readonly isTimed?: boolean;
}

/** What one response showed at a place: the form of each header field or member. A value never depends on ids, times or drawn texts. */
export interface Sighting {
  readonly place: Place;
  readonly traits: readonly (readonly [name: string, form: string])[];
  /** Where a form is a matter of chance: the value that has it, which counts once however many worlds see it. */
  readonly value?: string;
}

/** Stands for a header field or member that is not there. */
export const absent = 'absent';
