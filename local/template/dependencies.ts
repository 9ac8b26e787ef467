/** Every name that the value refers to, by Ref, Fn::GetAtt or Fn::Sub; parameters and pseudo parameters included. */
export const referencesOf = (value: unknown): Set<string> => {
  const names = new Set<string>();
  collect(value, names);
  return names;
};

const collect = (value: unknown, names: Set<string>): void => {
  if (Array.isArray(value)) for (const item of value) collect(item, names);
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) {
      if (key === 'Ref') names.add(String(item));
      else if (key === 'Fn::GetAtt' && Array.isArray(item)) names.add(String(item[0]));
      else if (key === 'Fn::Sub') collectSubstituted(Array.isArray(item) ? item[0] : item, names);
      collect(item, names);
    }
};

const collectSubstituted = (text: unknown, names: Set<string>): void => {
  for (const [, name = ''] of String(text).matchAll(/\$\{([^!}][^}]*)\}/g))
    names.add(name.split('.')[0] ?? '');
};
