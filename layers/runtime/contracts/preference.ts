/** The answer of `GET /preferences`: what the caller has set, by name; any JSON values. */
export interface PreferenceList {
  preferences: Record<string, unknown>;
}

/** The answer of `PUT /preferences/{name}`, whose body is `{ value }`; null forgets the name. */
export interface Preference {
  name: string;
  value: unknown;
}
