import {
  type CognitoIdentityProviderClient,
  ListUsersCommand,
  paginateAdminListGroupsForUser,
  paginateListUsersInGroup,
  ResourceNotFoundException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Caller } from '@readout/runtime/caller.ts';

export interface PeopleDeps {
  cognito: CognitoIdentityProviderClient;
  userPoolId: string;
}

/** The people of the user pool, as their tokens would describe them at this moment. */
export class People {
  constructor(private readonly deps: PeopleDeps) {}

  /** Who has an address; undefined when nobody who may sign in has it and has verified it. */
  withEmail(email: string): Promise<Caller | undefined> {
    return this.find('email', email);
  }

  /** The owner of a schedule, if they still may sign in. */
  withId(id: string): Promise<Caller | undefined> {
    return this.find('sub', id);
  }

  /** The members of a group who can be reached; none when there is no such group. */
  async inGroup(GroupName: string): Promise<Caller[]> {
    const { cognito, userPoolId } = this.deps;
    const members: UserType[] = [];
    try {
      const pages = paginateListUsersInGroup({ client: cognito }, { UserPoolId: userPoolId, GroupName });
      for await (const { Users = [] } of pages) members.push(...Users.filter(isReachable));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
    const callers: Caller[] = [];
    for (const member of members) callers.push(await this.callerOf(member));
    return callers;
  }

  /** Two may have an address, of which one has verified it. */
  private async find(attribute: 'email' | 'sub', value: string): Promise<Caller | undefined> {
    const { cognito, userPoolId } = this.deps;
    const Filter = `${attribute} = "${value.replace(/["\\]/g, '\\$&')}"`;
    const { Users = [] } = await cognito.send(
      new ListUsersCommand({ UserPoolId: userPoolId, Filter, Limit: 2 }),
    );
    const [user] = Users.filter(isReachable);
    return user && this.callerOf(user);
  }

  private async callerOf({ Username = '', Attributes = [] }: UserType): Promise<Caller> {
    const { cognito, userPoolId } = this.deps;
    const groups: string[] = [];
    const pages = paginateAdminListGroupsForUser({ client: cognito }, { UserPoolId: userPoolId, Username });
    for await (const { Groups = [] } of pages) groups.push(...Groups.map(({ GroupName = '' }) => GroupName));
    const attributes = Object.fromEntries(Attributes.map(({ Name = '', Value = '' }) => [Name, Value]));
    return {
      id: attributes.sub ?? '',
      email: attributes.email ?? '',
      groups,
      claims: {
        ...attributes,
        'cognito:username': Username,
        ...(groups.length > 0 && { 'cognito:groups': groups.join(',') }),
      },
    };
  }
}

/** May sign in, and has shown that the address is theirs. */
const isReachable = ({ Enabled, UserStatus, Attributes = [] }: UserType): boolean =>
  Enabled === true &&
  UserStatus !== 'UNCONFIRMED' &&
  Attributes.some(({ Name, Value }) => Name === 'email_verified' && Value === 'true');
