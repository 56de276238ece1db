/** Is this a guest identifier of vSphere's, such as `debian10_64Guest` or `otherGuest64`? Each vSphere brings new ones. */
export function isGuestId(value: string): boolean {
  return /^[a-z][A-Za-z0-9_]*Guest(?:64)?$/.test(value);
}
