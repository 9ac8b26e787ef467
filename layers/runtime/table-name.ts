/** A table without a schema is in `public`; Redshift's names know no case. */
export const wholeName = (name: string): string => {
  const lower = name.toLowerCase();
  return lower.includes('.') ? lower : `public.${lower}`;
};
