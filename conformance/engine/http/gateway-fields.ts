import { headerVariable } from './transport/network.js';

/** The header fields that every request has for a gateway. Their values are secrets, so exchanges are recorded with names of variables. */
export class GatewayFields {
  readonly #values: Readonly<Record<string, string>>;
  /** The fields as they are recorded, with lower-case names. */
  readonly recorded: Readonly<Record<string, string>>;

  constructor(fields: Readonly<Record<string, string>> = {}) {
    this.#values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
    const names = Object.keys(this.#values);
    this.recorded = Object.fromEntries(names.map((name) => [name, `$${headerVariable(name)}`]));
  }

  /** The fields of a request as they are sent. */
  real(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return { ...headers, ...this.#values };
  }
}
