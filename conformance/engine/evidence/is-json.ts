/** Whether a text is well-formed JSON, for the parser of this machine. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
