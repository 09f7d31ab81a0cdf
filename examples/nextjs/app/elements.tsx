'use client';

import { useEffect } from 'react';

/** Brings the page to life in the browser; what the server rendered is there before. */
export const Elements = () => {
  useEffect(() => {
    void import('campaign-actions-web/elements');
  }, []);
  return null;
};
