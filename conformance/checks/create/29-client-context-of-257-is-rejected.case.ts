import { refusal } from '../../engine/check.js';

export default refusal('CREATE-29');
