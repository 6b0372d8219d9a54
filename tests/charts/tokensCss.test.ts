import { expect, it } from 'vitest';
import { tokensCss } from '../../src/charts/tokensCss';

it('is what src/app/styles/tokens.css holds', async () => {
  await expect(tokensCss()).toMatchFileSnapshot('../../src/app/styles/tokens.css');
});
