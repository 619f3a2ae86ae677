import type { Behaviour } from '../../reference/behaviour.js';
import type { BodyDecisions } from '../../reference/protocol/read-body.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { isCreate } from './_create.js';

/** A create that reads its body by other decisions than an update does. */
function readsBy(decisions: (right: Behaviour) => Partial<BodyDecisions>): Difference {
  return {
    behaviour: (right) => ({
      readObject: (request, most, decide) =>
        right.readObject(request, most, isCreate(request) ? { ...decide, ...decisions(right) } : decide),
    }),
  };
}

/** A create that makes something of a text before it is parsed. */
function readsText(edit: (text: string) => string): Difference {
  return readsBy((right) => ({
    parseObject: (bytes) => right.parseObject(Buffer.from(edit(Buffer.from(bytes).toString()))),
  }));
}

/** A create that takes the value of a body for an object in its own way; undefined leaves it to be refused. */
function readsValue(edit: (value: unknown) => unknown): Difference {
  return readsText((text) => {
    try {
      return JSON.stringify(edit(JSON.parse(text)) ?? JSON.parse(text));
    } catch {
      return text;
    }
  });
}

/** A create that takes these media types beside JSON. */
function takes(types: RegExp): Difference {
  return readsBy((right) => ({
    checkMediaType: (contentType) => {
      if (!types.test(contentType)) right.checkMediaType(contentType);
    },
  }));
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

const minimal = '{"parameters":[]}';

export const slips = [
  slip(
    'CREATE-24',
    'a body that cannot be parsed crashes',
    readsBy((right) => ({
      parseObject: (bytes) => {
        JSON.parse(Buffer.from(bytes).toString());
        return right.parseObject(bytes);
      },
    })),
  ),
  slip(
    'CREATE-24',
    'what follows the object is not looked at',
    readsText((text) => (count(text, '{') < count(text, '}') ? text.slice(0, -1) : text)),
  ),
  slip(
    'CREATE-24',
    'a body that was cut short is mended',
    readsText((text) => text.replace(/\]$/, ']}')),
  ),
  slip(
    'CREATE-24',
    'a form is taken for a body',
    readsText((text) => (/^\w+=/.test(text) ? minimal : text)),
  ),
  slip(
    'CREATE-24',
    'a body of white space is taken for nothing to do',
    readsText((text) => (text.trim() === '' ? minimal : text)),
  ),
  slip('CREATE-25', 'an empty body crashes', {
    behaviour: (right) => ({
      readObject: async (request, most, decide) => {
        if (isCreate(request) && (await request.clone().text()) === '') throw new TypeError('no body');
        return right.readObject(request, most, decide);
      },
    }),
  }),
  slip('CREATE-25', 'an empty body makes an action by default', {
    behaviour: (right) => ({
      readObject: async (request, most, decide) =>
        isCreate(request) && (await request.clone().text()) === ''
          ? { parameters: [] }
          : right.readObject(request, most, decide),
    }),
  }),
  slip(
    'CREATE-26',
    'a list is taken for its first element',
    readsValue((value) => (Array.isArray(value) ? value[0] : undefined)),
  ),
  slip(
    'CREATE-26',
    'a list of none makes none and succeeds',
    readsValue((value) => (Array.isArray(value) && value.length === 0 ? { parameters: [] } : undefined)),
  ),
  slip(
    'CREATE-26',
    'a body of null crashes',
    readsBy((right) => ({
      parseObject: (bytes) => {
        if (Buffer.from(bytes).toString().trim() === 'null') throw new TypeError('null has no members');
        return right.parseObject(bytes);
      },
    })),
  ),
  slip(
    'CREATE-26',
    'a text is taken for the name',
    readsValue((value) => (typeof value === 'string' ? { name: value, parameters: [] } : undefined)),
  ),
  slip('CREATE-27', 'the media type is not looked at', takes(/./)),
  slip('CREATE-27', 'every type of application is taken for JSON', takes(/^application\//)),
  slip('CREATE-27', 'a text is taken for JSON', takes(/^text\/plain/)),
];
