import type { World } from '../../engine/world/world.js';

/** The parts of a case that reads an action with `$select=id,name`. */
export const selectIdAndName = {
  given: async (world: World) => {
    const { id } = await world.action();
    return world.read(id);
  },
  when: (world: World, { id }: { readonly id: string }) => world.get(id, { query: { $select: 'id,name' } }),
};
