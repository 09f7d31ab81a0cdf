import type { ReactNode } from 'react';

/** What the content-manager hands to the input of a custom field that stores a string. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  error?: string;
  value: string | null | undefined;
  onChange: (name: string, value: string | null) => void;
}
