using System.Text.Json.Nodes;

namespace Infra.Registry;

/// <summary>
/// The lifecycle policy of a repository.
/// https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
/// </summary>
internal static class ImageLifecycle
{
    private const int UntaggedDays = 7;

    // ECR requires that the rule with tagStatus any has the highest priority number.
    public static string Json(int keepImages) => CanonicalJson.Text(new JsonObject
    {
        ["rules"] = CanonicalJson.Array(
        [
            Rule(1, $"Delete untagged images after {UntaggedDays} days", new JsonObject
            {
                ["tagStatus"] = "untagged",
                ["countType"] = "sinceImagePushed",
                ["countUnit"] = "days",
                ["countNumber"] = UntaggedDays,
            }),
            Rule(2, $"Keep {keepImages} images", new JsonObject
            {
                ["tagStatus"] = "any",
                ["countType"] = "imageCountMoreThan",
                ["countNumber"] = keepImages,
            }),
        ]),
    });

    private static JsonObject Rule(int priority, string description, JsonObject selection) => new()
    {
        ["rulePriority"] = priority,
        ["description"] = description,
        ["selection"] = selection,
        ["action"] = new JsonObject { ["type"] = "expire" },
    };
}
