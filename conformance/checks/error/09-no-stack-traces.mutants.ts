import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

const trace = {
  javascript:
    'SyntaxError: Unexpected end of input\n    at JSON.parse (<anonymous>)\n    at parse (/srv/app/lib/body.js:96:19)',
  dotnet:
    'System.Collections.Generic.KeyNotFoundException: not present\r\n   at Actions.Store.Find(String id) in C:\\src\\Store.cs:line 42',
  java: 'java.lang.IllegalStateException\n\tat com.example.actions.Service.update(Service.java:118)',
  python: 'Traceback (most recent call last):\n  File "/srv/app/views.py", line 12, in dispatch\nKeyError',
};

export const mutants = [
  mutant('ERROR-9', 'a 400 response to create has a JavaScript stack trace', {
    fetch: editError(on('create', 400), (error) => ({ ...error, message: trace.javascript })),
  }),
  mutant('ERROR-9', 'a 404 response to get has a .NET stack trace', {
    fetch: editError(on('get', 404), (error) => ({ ...error, innerError: { stacktrace: trace.dotnet } })),
  }),
  mutant('ERROR-9', 'a 409 response to update has a Java stack trace', {
    fetch: editError(on('update', 409), (error) => ({ ...error, message: trace.java })),
  }),
  mutant('ERROR-9', 'a 415 response has a Python stack trace', {
    fetch: editError(on('any', 415), (error) => ({ ...error, details: [{ code: 'debug', message: trace.python }] })),
  }),
];
