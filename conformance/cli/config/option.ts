import { type Command, Option } from 'commander';

/**
 * What an option is for, which also says how a rerun command gets it: an option of the `run` changes what is sent or judged and is
 * repeated as it was given; a `finding` sets its own value; `output` changes only what is shown or written.
 */
type Purpose = 'run' | 'finding' | 'output';

/** One option of a command: its flags, parser, default, help and purpose. Everything else about it is derived from here. */
export interface OptionDeclaration<Value> {
  /** As commander reads them, such as `--races <number>`. */
  readonly flags: string;
  readonly help: string;
  readonly purpose: Purpose;
  /** Parses an argument; `before` is the value so far of an option that may be repeated. Without it the argument is the value. */
  parse?(text: string, before?: Value): Value;
  readonly default?: Value;
  /** The environment variable that may hold the value instead; a rerun command names it, because the value is a secret. */
  readonly variable?: string;
  /** For an option whose arguments have a name and a secret: reads one of them. A rerun command has the variable in place of the secret. */
  secretOf?(text: string): { readonly name: string; readonly variable: string };
}

/** A declaration with the type of its value, which its parser gives. */
export function option<Value = string>(declaration: OptionDeclaration<Value>): OptionDeclaration<Value> {
  return declaration;
}

/** Adds options to a command. */
export function addOptions(command: Command, declarations: readonly OptionDeclaration<unknown>[]): void {
  for (const declaration of declarations) command.addOption(commanderOption(declaration));
}

/** The option as commander takes it. */
function commanderOption<Value>({ flags, help, parse, default: value }: OptionDeclaration<Value>): Option {
  const made = new Option(flags, help);
  if (parse) made.argParser<Value>(parse);
  return value === undefined ? made : made.default(value);
}

/** The values that commander reads for a table of declarations. */
export type OptionValues<Table extends Readonly<Record<string, OptionDeclaration<unknown>>>> = {
  readonly [Name in keyof Table]?: Table[Name] extends OptionDeclaration<infer Value> ? Value : never;
};
