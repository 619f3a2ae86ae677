import { refusal } from '../../kit/check.js';

export default refusal('UPDATE-11');
