/** Offers a blob to the person as a download under a file name. */
export function saveBlob(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = fileName;
  link.rel = 'noopener';
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click has returned; a minute is ample for any disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
