/** Types of the parts of the `datapackage` library that the tests use; it ships none. */
declare module 'datapackage' {
  interface Field {
    name: string;
    constraints: Record<string, unknown>;
  }
  interface Resource {
    schema: { fields: Field[] };
    read(options: {
      keyed: true;
      relations: boolean;
      cast: boolean;
    }): Promise<Record<string, string | number | null>[]>;
    checkRelations(): Promise<boolean>;
  }
  export class Package {
    static load(descriptor: string, options: { basePath: string; strict: boolean }): Promise<Package>;
    valid: boolean;
    errors: Error[];
    getResource(name: string): Resource | null;
  }
}
