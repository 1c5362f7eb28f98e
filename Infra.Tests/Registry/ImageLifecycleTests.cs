using System.Text.Json.Nodes;
using Infra.Registry;
using Infra.Tests.Support;

namespace Infra.Tests.Registry;

public class ImageLifecycleTests
{
    [Fact]
    public void Lifecycle_Always_DropsUntaggedImagesAndThenAllButTheNewest() => ResourceAssert.Json(
        """
        {
          "rules": [
            {
              "rulePriority": 1,
              "description": "Delete untagged images after 7 days",
              "selection": {"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 7},
              "action": {"type": "expire"}
            },
            {
              "rulePriority": 2,
              "description": "Keep 20 images",
              "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 20},
              "action": {"type": "expire"}
            }
          ]
        }
        """,
        JsonNode.Parse(ImageLifecycle.Json(20))!);
}
