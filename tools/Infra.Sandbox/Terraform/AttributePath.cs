using Infra.Sandbox.Terraform.Schema;

namespace Infra.Sandbox.Terraform;

/// <summary>Paths into a resource: <c>networkConfiguration.subnets</c> is <c>network_configuration[0].subnets</c>.</summary>
internal static class AttributePath
{
    /// <summary>
    /// Terraform's path for Pulumi's; null if the provider does not know it. Items of sets have no path, so the path of
    /// an item is that of its set.
    /// </summary>
    public static string? Of(string terraformType, BlockSchema schema, string property) =>
        Walk(terraformType, "", schema.AsType(), SymbolPath.Parse(property), intoSets: false)?.TrimStart('.');

    /// <summary>The expression for a property of a resource; null if the provider does not know it.</summary>
    public static string? Expression(TerraformAddress address, BlockSchema schema, SymbolPath path) =>
        Walk(address.Type, $"{address}", schema.AsType(), path, intoSets: true);

    private static string? Walk(string terraformType, string expression, AttributeType type, SymbolPath path, bool intoSets)
    {
        for (var index = 0; index < path.Steps.Length; index++)
        {
            var step = path.Steps[index];
            if (EndsAt(type, intoSets))
            {
                return expression;
            }

            // Pulumi flattens a list with at most one item.
            (expression, type) = Element(expression, type, index: 0);
            if (type is AttributeType.Collection { Type: CollectionType.Map } map)
            {
                (expression, type) = ($"{expression}[{TerraformEscaper.Quoted(step.Name)}]", map.Element);
                continue;
            }

            if (type is not AttributeType.Structure structure || Name(terraformType, structure, step.Name, isFirst: index == 0) is not { } name)
            {
                return null;
            }

            (expression, type) = ($"{expression}.{name}", structure.Attributes[name]);
            if (step.Index is { } position && !EndsAt(type, intoSets))
            {
                (expression, type) = Element(expression, type, position);
            }
        }

        return expression;
    }

    private static bool EndsAt(AttributeType type, bool intoSets) => !intoSets && type is AttributeType.Collection { Type: CollectionType.Set };

    private static string? Name(string terraformType, AttributeType.Structure structure, string property, bool isFirst) =>
        isFirst ? AttributeNames.OfOutput(terraformType, structure, property) : AttributeNames.OfMember(structure, property);

    private static (string Expression, AttributeType Type) Element(string expression, AttributeType type, int index) => type switch
    {
        AttributeType.Collection { Type: CollectionType.List } list => ($"{expression}[{index}]", list.Element),
        AttributeType.Collection { Type: CollectionType.Set } set => ($"tolist({expression})[{index}]", set.Element),
        _ => (expression, type),
    };
}
