/**
 * Puts contents onto the clipboard, by MIME type; a content may still be in the making, so that the press that asked
 * for it still counts. Output: false where the browser refuses (no secure origin, no permission) or knows no such type;
 * a content that cannot be made rejects with its own error.
 */
export async function putOnClipboard(contents: Record<string, Promise<Blob>>): Promise<boolean> {
  const made = Promise.all(Object.values(contents));
  // Its failure is told below; until then nobody listens.
  made.catch(() => undefined);
  if (!('clipboard' in navigator) || !('ClipboardItem' in globalThis)) {
    await made;
    return false;
  }
  try {
    await navigator.clipboard.write([new ClipboardItem(contents)]);
    return true;
  } catch {
    await made;
    return false;
  }
}
