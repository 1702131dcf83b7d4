/** A message as the sandbox tells it, as far as tests look into it. */
export interface SeenMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly content: string;
  readonly flags: number;
  readonly author: { readonly id: string; readonly username: string };
  readonly embeds: readonly {
    readonly title?: string;
    readonly description?: string;
    readonly url?: string;
    readonly color?: number;
    readonly fields?: readonly { readonly name: string; readonly value: string }[];
    readonly image?: { readonly url: string };
    readonly footer?: { readonly text: string };
  }[];
  readonly components: readonly {
    readonly type: number;
    readonly components: readonly {
      readonly type: number;
      readonly custom_id?: string;
      readonly label?: string;
      readonly url?: string;
      readonly disabled?: boolean;
      readonly options?: readonly { readonly label: string; readonly value: string }[];
    }[];
  }[];
  readonly attachments: readonly { readonly id: string; readonly filename: string; readonly url: string }[];
  readonly mentions: readonly { readonly id: string }[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly pinned: boolean;
  readonly edited_timestamp: string | null;
  readonly nonce?: string | number;
  readonly interaction_metadata?: {
    readonly id: string;
    readonly name?: string;
    readonly user: { readonly id: string };
  };
  readonly message_reference?: { readonly message_id: string };
}

/** How an interaction stands, as `GET /sandbox/interactions/{nonce}` tells it. */
export interface SeenInteraction {
  readonly id: string;
  readonly state: 'waiting' | 'deferred' | 'answered' | 'failed';
  readonly callback?: number;
  readonly original_id?: string;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly modal?: { readonly custom_id: string; readonly title: string };
}
