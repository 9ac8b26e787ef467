/** A Redshift Serverless workgroup that statements may be sent to. */
export interface Warehouse {
  workgroupName: string;
  database: string;
}

/** The warehouses that exist, as the template creates them. */
export interface Warehouses {
  addNamespace(namespaceName: string, database: string): void;
  addWorkgroup(workgroupName: string, namespaceName: string): void;
  list(): Warehouse[];
}

export const createWarehouses = (): Warehouses => {
  const databases = new Map<string, string>();
  const workgroups = new Map<string, string>();
  return {
    addNamespace: (name, database) => void databases.set(name, database),
    addWorkgroup: (name, namespace) => void workgroups.set(name, namespace),
    list: () =>
      [...workgroups].map(([workgroupName, namespace]) => ({
        workgroupName,
        database: databases.get(namespace) ?? 'dev',
      })),
  };
};
