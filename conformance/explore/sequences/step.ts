import type fc from 'fast-check';
import { type Command, isPossible } from './command.js';
import { sent } from './counterexample.js';
import type { Course } from './course.js';
import { perform } from './perform.js';

/** A command as fast-check runs it. */
export class PlayedCommand implements fc.AsyncCommand<Course, undefined> {
  constructor(readonly command: Command) {}

  check({ actions }: Course): boolean {
    return isPossible(this.command, actions.length);
  }

  run(course: Course): Promise<void> {
    return perform(course, this.command);
  }

  toString(): string {
    return sent(this.command);
  }
}
