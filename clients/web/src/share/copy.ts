/** @returns whether the clipboard has it now; some browsers and pages do not allow it */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
