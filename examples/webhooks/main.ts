import { MdaiApp } from 'cdk8s-mdai';
import { webhooks } from './webhooks';

const app = new MdaiApp();
webhooks(app);
app.synth();
