// Validates the document named by the argument against the OpenAPI schema and rules of swagger-parser.
import SwaggerParser from '@apidevtools/swagger-parser';

await SwaggerParser.validate(process.argv[2]);
